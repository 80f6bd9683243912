import type { BatchRowAnswer } from '#contract/batch-api.ts'
import { csvRecord } from '#core/csv-record.ts'

/** Receipts of an upload as a table Excel opens: a mark of UTF-8, titles, one line a row; formulas stay text. */
export function receiptsCsv(rows: readonly BatchRowAnswer[], titles: readonly string[]): string {
  const lines = rows.map(({ row, firstWords, receiptCode }) => [
    String(row),
    firstWords ?? '',
    receiptCode ?? '',
  ])
  return `\ufeff${[[...titles], ...lines].map(csvRecord).join('')}`
}
