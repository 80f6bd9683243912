/** Words by the order in which they first came; code 0 is no word. */
export class WordList {
  readonly words: (string | undefined)[] = [undefined]
  readonly #codes = new Map<string, number>()

  /** The code of a word, a new one when it has not come before. */
  codeOf(word: string | undefined): number {
    if (word === undefined || word === '') return 0
    const known = this.#codes.get(word)
    if (known !== undefined) return known
    const code = this.words.length
    this.words.push(word)
    this.#codes.set(word, code)
    return code
  }

  /** The code of a word that has come before. */
  find(word: string): number | undefined {
    return this.#codes.get(word)
  }
}
