import { PortalError } from '#core/portal-error.ts'
import { findHeaderRow } from './header.ts'
import { openTable } from './open-table.ts'
import { type ShapedTable, shapeTable } from './shape-table.ts'

/** An uploaded table, whatever program saved it. */
export interface Sheet extends ShapedTable {
  /** Key → value of the very hidden sheet `kaimen` that our own files carry; CSV has none. */
  properties: Record<string, string>
}

/**
 * Reads an .xlsx (Excel, WPS, LibreOffice) or a CSV (UTF-8, GB18030, UTF-16) into rows by title. The first visible
 * sheet that has a header row is read; title rows above the header, empty rows and joined cells are understood.
 *
 * @throws PortalError `not-an-xlsx` · `legacy-xls` · `unsafe-archive` · `too-large` · `unreadable-text` ·
 *   `wrong-columns` when no row of any visible sheet looks like a header
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName?: string): Promise<Sheet> {
  const { sheets, properties } = await openTable(bytes, fileName)
  for (const sheet of sheets) {
    const grid = await sheet.read()
    const headerIndex = findHeaderRow(grid.rows)
    if (headerIndex !== undefined) return { ...shapeTable(grid, headerIndex), properties }
  }
  throw new PortalError('wrong-columns', { reason: 'no-header-row' })
}
