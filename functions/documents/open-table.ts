import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { openGuardedZip, type GuardedZip } from './guarded-zip.ts'
import { kindOfBytes } from './kind-of-bytes.ts'
import { readGrid, type Grid } from './xlsx-sheet-reader.ts'
import { readWorkbook, type Workbook } from './xlsx-workbook-reader.ts'

/** A sheet people see; its cells are read only when asked for. */
export interface OpenedSheet {
  /** As the workbook calls it; `''` for a CSV. */
  name: string
  read(): Promise<Grid>
}

/** An uploaded file, opened and checked. */
export interface OpenedTable {
  sheets: OpenedSheet[]
  /** Key → value of the very hidden sheet `kaimen` that our own files carry; CSV has none. */
  properties: Record<string, string>
}

const propertySheetName = 'kaimen'

/**
 * Opens an .xlsx (Excel, WPS, LibreOffice) or a CSV (UTF-8, GB18030, UTF-16), whatever it is called.
 *
 * @throws PortalError `not-an-xlsx` · `legacy-xls` · `unsafe-archive` · `too-large` · `unreadable-text`
 */
export async function openTable(bytes: Uint8Array, fileName?: string): Promise<OpenedTable> {
  if (isCsv(bytes, fileName)) return openCsv(bytes)
  const zip = await openGuardedZip(bytes, 'xl/workbook.xml')
  const workbook = await readWorkbook(zip)
  const visible = workbook.sheets.filter((sheet) => sheet.visible)
  return {
    sheets: visible.map(({ name, part }) => ({ name, read: () => readGrid(zip.stream(part), workbook) })),
    properties: await readProperties(zip, workbook),
  }
}

function isCsv(bytes: Uint8Array, fileName: string | undefined): boolean {
  const namedWorkbook = /\.(xlsx|xlsm|xls|et)$/i.test(fileName ?? '')
  return kindOfBytes(bytes) === 'unknown' && !namedWorkbook
}

function openCsv(bytes: Uint8Array): OpenedTable {
  if (bytes.byteLength > limits.maxSheetBytes)
    throw new PortalError('too-large', { bytes: bytes.byteLength, limit: limits.maxSheetBytes })
  const rows = readCsv(decodeText(bytes).text).map((record, index) => ({
    row: index + 1,
    cells: record.map((cell) => (cell.trim() === '' ? undefined : cell)),
  }))
  return { sheets: [{ name: '', read: async () => ({ rows, merged: [] }) }], properties: {} }
}

async function readProperties(zip: GuardedZip, workbook: Workbook): Promise<Record<string, string>> {
  const sheet = workbook.sheets.find(({ name }) => name === propertySheetName)
  if (!sheet) return {}
  const { rows } = await readGrid(zip.stream(sheet.part), workbook)
  return Object.fromEntries(rows.slice(0, 50).map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']))
}
