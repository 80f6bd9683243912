import { type BatchColumn, batchColumns } from '#contract/batch-columns.ts'
import type { RowProblem, RowWarning } from '#contract/batch-api.ts'
import { hasLostCharacters } from '#core/text/lost-characters.ts'
import type { OpinionFlag } from '#core/opinion.ts'
import { cleanText, countChars } from '#core/text/text.ts'

/** What stands in a row, or what its columns are called, by our columns. */
export type BatchCells = Partial<Record<BatchColumn, string>>

/** Reads cells and gathers what is wrong with them; never repeats what stood there. */
export class CellReader {
  readonly flags = new Set<OpinionFlag>()
  readonly warnings: RowWarning[] = []
  readonly #cells: BatchCells
  readonly #titles: BatchCells
  readonly #problems = new Map<BatchColumn, RowProblem[]>()

  /** `titles`: what the file itself calls a column, where that is not our name for it. */
  constructor(cells: BatchCells, titles: BatchCells = {}) {
    this.#cells = cells
    this.#titles = titles
  }

  /** Every problem found, in the order of the columns. */
  problems(): RowProblem[] {
    return batchColumns.flatMap(({ key }) => this.#problems.get(key) ?? [])
  }

  refuse(key: BatchColumn, code: RowProblem['code'], facts: RowProblem['facts'] = {}): void {
    const problem = { column: this.#titleOf(key), code, facts }
    this.#problems.set(key, [...(this.#problems.get(key) ?? []), problem])
  }

  /** Names something to look at; the row is taken all the same. */
  warn(key: BatchColumn, code: RowWarning['code'], facts: RowWarning['facts'] = {}): void {
    this.warnings.push({ column: this.#titleOf(key), code, facts })
  }

  #titleOf(key: BatchColumn): string {
    return this.#titles[key] ?? batchColumns.find((known) => known.key === key)?.title ?? key
  }

  /** Whether a column, or any, has a problem. */
  isRefused(key?: BatchColumn): boolean {
    return key === undefined ? this.#problems.size > 0 : this.#problems.has(key)
  }

  /** A cell without outer blanks, as written. */
  plain(key: BatchColumn): string {
    return (this.#cells[key] ?? '').normalize('NFKC').trim()
  }

  /** A cell's text, cleaned, at most `max` characters; `undefined` when it says nothing or is refused. */
  text(key: BatchColumn, max: number): string | undefined {
    return this.#cleaned(key, max, countChars)
  }

  /** The same for short names, whose stored shape counts UTF-16 units: 𠮷 is two. */
  name(key: BatchColumn, max: number): string | undefined {
    return this.#cleaned(key, max, (text) => text.length)
  }

  #cleaned(key: BatchColumn, max: number, count: (text: string) => number): string | undefined {
    const cleaned = cleanText(this.#cells[key] ?? '')
    if (!cleaned.ok) {
      this.refuse(key, cleaned.code)
      return undefined
    }
    for (const flag of cleaned.flags) this.flags.add(flag)
    if (cleaned.flags.includes('mojibake') || hasLostCharacters(cleaned.text)) {
      this.flags.add('mojibake')
      this.warn(key, 'mojibake')
    }
    const actual = count(cleaned.text)
    if (actual > max) {
      this.refuse(key, 'too-long', { limit: max, actual })
      return undefined
    }
    return cleaned.text === '' ? undefined : cleaned.text
  }

  /** A cell's choice by name; `undefined` when empty or unknown, which is refused with the names there are. */
  choice<C>(
    key: BatchColumn,
    read: (text: string) => C | undefined,
    names: readonly string[],
  ): C | undefined {
    const written = this.plain(key)
    const chosen = written === '' ? undefined : read(written)
    // In a mapped table it is the mapping that lacks a word, not the person who wrote it.
    const facts = { choices: names, ...(this.#titles[key] !== undefined && { isMapped: true }) }
    if (written !== '' && chosen === undefined) this.refuse(key, 'unknown-choice', facts)
    return chosen
  }
}
