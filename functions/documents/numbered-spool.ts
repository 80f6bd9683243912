import { RowSpool } from './row-spool.ts'

/** Numbers of one shelf: what is read back at once, some megabytes. */
const perShelf = 4096

/**
 * Texts set aside under numbers from 0 in any order, and read back by number: in ascending order each part of the
 * temporary file is read once. Of a million texts a few thousand are in memory. One call at a time; a text must hold no
 * line break.
 */
export class NumberedSpool {
  readonly #rows: RowSpool
  /** The shelf that was asked for last. */
  #read: { shelf: number; texts: Map<number, string> } | undefined

  private constructor(rows: RowSpool) {
    this.#rows = rows
  }

  static async open(): Promise<NumberedSpool> {
    return new NumberedSpool(await RowSpool.open())
  }

  /** Sets a text aside; a number already there gets this one. */
  async add(number: number, text: string): Promise<void> {
    this.#read = undefined
    await this.#rows.add(Math.floor(number / perShelf), `${number} ${text}`)
  }

  async get(number: number): Promise<string | undefined> {
    const shelf = Math.floor(number / perShelf)
    if (this.#read?.shelf !== shelf) this.#read = { shelf, texts: await this.#textsOf(shelf) }
    return this.#read.texts.get(number)
  }

  close(): Promise<void> {
    return this.#rows.close()
  }

  async #textsOf(shelf: number): Promise<Map<number, string>> {
    const texts = new Map<number, string>()
    for await (const line of this.#rows.readShelf(shelf)) {
      const space = line.indexOf(' ')
      texts.set(Number(line.slice(0, space)), line.slice(space + 1))
    }
    return texts
  }
}
