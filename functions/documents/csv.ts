import Papa from 'papaparse'
import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'

/** What makes a spreadsheet program run a cell as a formula, full-width forms included (OWASP, CSV injection). */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/u
const guardedStart = /^'+[=+\-@\t\r＝＋－＠]/u

/** Excel reads a CSV as UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF'

/**
 * A text that no spreadsheet program runs: an apostrophe goes before a formula lead-in (and before apostrophes
 * before one), so that `unguardFormula` restores every text exactly.
 */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** Takes the guard's one apostrophe away again. */
export function unguardFormula(text: string): string {
  return guardedStart.test(text) ? text.slice(1) : text
}

/** One record by RFC 4180 with CRLF at its end, guarded against formulas. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const guarded = guardFormula(text)
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

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
