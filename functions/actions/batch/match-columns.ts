import { type BatchColumn, batchColumns } from '#contract/batch-columns.ts'
import { normaliseHeader } from '../../documents/header.ts'

/** Which title of a table stands for which of our columns: our own names first, then what other offices call them. */
export function matchedColumns(headers: readonly string[]): Map<BatchColumn, string> {
  const titles = new Map<BatchColumn, string>()
  const free = new Set(headers)
  const take = (key: BatchColumn, names: readonly string[]) => {
    if (titles.has(key)) return
    const found = names.map(normaliseHeader).find((name) => free.has(name))
    if (found === undefined) return
    titles.set(key, found)
    free.delete(found)
  }
  for (const { key, title } of batchColumns) take(key, [title])
  for (const { key, aliases } of batchColumns) take(key, aliases)
  return titles
}

/** Titles of the columns no table can do without and this one lacks. */
export function missingColumns(titles: ReadonlyMap<BatchColumn, string>): string[] {
  return batchColumns.filter(({ key, required }) => required && !titles.has(key)).map(({ title }) => title)
}
