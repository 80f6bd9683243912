import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { openGuardedZip, type GuardedZip } from './guarded-zip.ts'
import { findHeaderRow, normaliseHeader } from './header.ts'
import { kindOfBytes } from './kind-of-bytes.ts'
import { repeatMergedCells } from './xlsx-merged-cells.ts'
import { readGrid, type Grid, type GridRow } from './xlsx-sheet-reader.ts'
import { readWorkbook, type Workbook } from './xlsx-workbook-reader.ts'

/** One record of an uploaded table. */
export interface SheetRow {
  /** The row's number as Excel shows it. */
  row: number
  /** Cells that say something, by normalised title; dates as yyyy-mm-dd, numbers as plain digits, nothing trimmed. */
  cells: Record<string, string>
}

/** An uploaded table, whatever program saved it. */
export interface Sheet {
  /** Titles as `normaliseHeader` makes them, left to right, blank ones left out, each once. */
  headers: string[]
  rows: SheetRow[]
  /** Key → value of the very hidden sheet `kaimen` that our own files carry; CSV has none. */
  properties: Record<string, string>
}

const propertySheetName = 'kaimen'
/** A column of numbers printed beforehand does not make a row. */
const numberingTitles = new Set(['序号', '行号'])

/**
 * Reads an .xlsx (Excel, WPS, LibreOffice) or a CSV (UTF-8, GB18030, UTF-16) into rows by title. The first visible
 * sheet that has a header row is read; title rows above the header, empty rows and joined cells are understood.
 *
 * @throws PortalError `not-an-xlsx` · `legacy-xls` · `unsafe-archive` · `too-large` · `unreadable-text` ·
 *   `wrong-columns` when no row of any visible sheet looks like a header
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName?: string): Promise<Sheet> {
  if (isCsv(bytes, fileName)) return readCsvSheet(bytes)
  const zip = await openGuardedZip(bytes, 'xl/workbook.xml')
  const workbook = await readWorkbook(zip)
  const properties = await readProperties(zip, workbook)
  for (const { visible, part } of workbook.sheets) {
    if (!visible) continue
    const grid = await readGrid(zip.stream(part), workbook)
    const sheet = shapeSheet(grid)
    if (sheet) return { ...sheet, properties }
  }
  throw new PortalError('wrong-columns', { reason: 'no-header-row' })
}

function isCsv(bytes: Uint8Array, fileName: string | undefined): boolean {
  const namedWorkbook = /\.(xlsx|xlsm|xls|et)$/i.test(fileName ?? '')
  return kindOfBytes(bytes) === 'unknown' && !namedWorkbook
}

function readCsvSheet(bytes: Uint8Array): Sheet {
  if (bytes.byteLength > limits.maxSheetBytes)
    throw new PortalError('too-large', { bytes: bytes.byteLength, limit: limits.maxSheetBytes })
  const rows = readCsv(decodeText(bytes).text).map((record, index) => ({
    row: index + 1,
    cells: record.map((cell) => (cell.trim() === '' ? undefined : cell)),
  }))
  const sheet = shapeSheet({ rows, merged: [] })
  if (!sheet) throw new PortalError('wrong-columns', { reason: 'no-header-row' })
  return { ...sheet, properties: {} }
}

function shapeSheet(grid: Grid): Omit<Sheet, 'properties'> | undefined {
  const headerIndex = findHeaderRow(grid.rows)
  const header = headerIndex === undefined ? undefined : grid.rows[headerIndex]
  if (headerIndex === undefined || !header) return undefined
  const titles = Array.from(header.cells, (cell) => normaliseHeader(cell ?? ''))
  const saysSomething = ({ cells }: GridRow) =>
    cells.some((cell, column) => cell !== undefined && !numberingTitles.has(titles[column] ?? ''))
  const filled = { merged: grid.merged, rows: grid.rows.slice(headerIndex + 1).filter(saysSomething) }
  repeatMergedCells(filled)
  const rows = filled.rows.map(({ row, cells }) => ({ row, cells: byTitle(titles, cells) }))
  if (rows.length > limits.maxSheetRows)
    throw new PortalError('too-large', { rows: rows.length, limit: limits.maxSheetRows })
  return { headers: [...new Set(titles.filter((title) => title !== ''))], rows }
}

/** Of two columns with one title the first that says something counts. */
function byTitle(titles: readonly string[], cells: readonly (string | undefined)[]): Record<string, string> {
  const record: Record<string, string> = {}
  titles.forEach((title, column) => {
    const cell = cells[column]
    if (title !== '' && cell !== undefined) record[title] ??= cell
  })
  return record
}

async function readProperties(zip: GuardedZip, workbook: Workbook): Promise<Record<string, string>> {
  const sheet = workbook.sheets.find(({ name }) => name === propertySheetName)
  if (!sheet) return {}
  const { rows } = await readGrid(zip.stream(sheet.part), workbook)
  return Object.fromEntries(rows.slice(0, 50).map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']))
}
