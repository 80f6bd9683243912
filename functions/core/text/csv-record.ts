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
