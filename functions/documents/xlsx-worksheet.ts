import { columnName, escapeXml } from './xlsx-cells.ts'

/** A rule for what may stand in a column, from row 2 down; `note` only says what the column means. */
export type CellRule = { column: number; hint: string } & ({ kind: 'note' } | InputRule)

interface InputRule {
  kind: 'list' | 'date' | 'whole'
  /** `list`: a quoted choice list or a reference; otherwise the smallest value allowed. */
  formula: string
  /** `stop` refuses other input, `warning` lets people insist. */
  onError: 'stop' | 'warning'
}

/** Frame of a table sheet: one header row, frozen, filtered, printed across on every page. */
export interface TableFrame {
  columns: readonly { width: number; style: number }[]
  frozenColumns: number
  /** Printed at the top of every page. */
  printTitle: string
  /** Printed at the foot of every page, on the left. */
  printNote?: string
  /** Two pages side by side: one would print letters nobody can read. */
  paper: 'A3' | 'A4'
}

/** Everything of a table sheet before its first row. */
export function tableStart(frame: TableFrame): string {
  const columns = frame.columns.map(
    ({ width, style }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  )
  const corner = `${columnName(frame.frozenColumns)}2`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane xSplit="${frame.frozenColumns}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>` +
    `<selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="18"/><cols>${columns.join('')}</cols><sheetData>`
  )
}

/** Everything of a table sheet after its last row; only now is the number of rows known. */
export function tableEnd(frame: TableFrame, rules: readonly CellRule[], lastRow: number): string {
  const last = columnName(frame.columns.length - 1)
  const validations = rules.map((rule) => ruleXml(rule, Math.max(lastRow, 2)))
  const title = headerText(frame.printTitle)
  const note = frame.printNote === undefined ? '' : `&amp;L${headerText(frame.printNote)}`
  return (
    `</sheetData><autoFilter ref="A1:${last}${lastRow}"/>` +
    (rules.length > 0
      ? `<dataValidations count="${rules.length}">${validations.join('')}</dataValidations>`
      : '') +
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${frame.paper === 'A3' ? 8 : 9}" orientation="landscape" fitToWidth="2" fitToHeight="0"/>` +
    `<headerFooter><oddHeader>&amp;C${title}</oddHeader><oddFooter>${note}&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>` +
    '</worksheet>'
  )
}

/** In headers `&` starts a code, and 255 characters is the end (ECMA-376 part 1, §18.3.1.46). */
function headerText(text: string): string {
  return escapeXml(text.slice(0, 120).replaceAll('&', '&&'))
}

function ruleXml(rule: CellRule, lastRow: number): string {
  const name = columnName(rule.column)
  const text = escapeXml(rule.hint)
  const told = `allowBlank="1" showInputMessage="1"`
  const where = `prompt="${text}" sqref="${name}2:${name}${lastRow}"`
  if (rule.kind === 'note') return `<dataValidation type="none" ${told} ${where}/>`
  const operator = rule.kind === 'list' ? '' : ' operator="greaterThanOrEqual"'
  return (
    `<dataValidation type="${rule.kind}"${operator} errorStyle="${rule.onError}" ${told} ` +
    `showErrorMessage="1" error="${text}" ${where}>` +
    `<formula1>${escapeXml(rule.formula)}</formula1></dataValidation>`
  )
}

/** Choices written into the rule itself; together at most 255 characters, none with a comma. */
export function choiceList(choices: readonly string[]): string {
  return `"${choices.join(',')}"`
}

const lineHeight = 15
/** Excel's greatest height of a row, in points. */
const maxRowHeight = 409

/**
 * Height in points that shows every wrapped text of a row. Programs fit rows themselves only sometimes, so the file
 * says it: a Han character is two units of a column's width, a Latin one is one.
 */
export function rowHeight(cells: readonly { text: string; width: number }[]): number {
  let lines = 1
  for (const { text, width } of cells) lines = Math.max(lines, linesOf(text, Math.max(width - 1, 2)))
  return Math.min(lines * lineHeight + 5, maxRowHeight)
}

function linesOf(text: string, width: number): number {
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  let lines = 1
  let used = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const units = code < 0x2e80 ? 1 : 2
    if (code === 10 || used + units > width) {
      lines += 1
      used = code === 10 ? 0 : units
    } else used += units
    if (lines * lineHeight > maxRowHeight) return lines
  }
  return lines
}
