import Papa from 'papaparse'
import { limits } from '#contract/limits.ts'
import { unguardFormula } from '#core/text/csv-record.ts'
import { PortalError } from '#core/portal-error.ts'

const delimiters = [',', '\t', ';'] as const

/**
 * What parts the cells: the commonest of comma, tab and semicolon, outside quotes, in the first line that has any.
 * Only titles stand there; what people wrote further down, tabs included, must not decide it.
 */
function delimiterOf(text: string): string {
  for (const line of text.split(/\r\n?|\n/, 50)) {
    const bare = line.replace(/"[^"]*"/g, '')
    const counts = delimiters.map((sign) => bare.split(sign).length - 1)
    const most = Math.max(...counts)
    if (most > 0) return delimiters[counts.indexOf(most)] ?? ','
  }
  return ','
}

/**
 * Records of a CSV in order, empty ones included, so that record n is row n as Excel shows it. Commas, tabs or
 * semicolons; quotes and line breaks inside cells; the formula guard taken off.
 *
 * @throws PortalError `too-large` beyond `limits.maxSheetRows` · `unreadable-text` when a quote is never closed,
 *   because the rest of the file would be swallowed by one cell
 */
export function readCsv(text: string): string[][] {
  const records = text.replace(/^\uFEFF/, '')
  const { data, errors } = Papa.parse<string[]>(records, {
    delimiter: delimiterOf(records),
    preview: limits.maxSheetRows + 50,
  })
  const unclosed = errors.find((error) => error.code === 'MissingQuotes')
  if (unclosed)
    throw new PortalError('unreadable-text', { reason: 'unclosed-quote', row: (unclosed.row ?? 0) + 1 })
  return data.map((record) => record.map((cell) => unguardFormula(cell.replace(/\r\n?/g, '\n'))))
}
