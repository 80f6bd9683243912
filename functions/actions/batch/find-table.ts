import { matchedColumns, missingColumns } from './match-columns.ts'
import { columnsUsed, type ColumnMapping, recogniseMapping } from '#core/batch/column-mapping.ts'
import { PortalError } from '#core/portal-error.ts'
import { findHeaderRow, guessHeaderRow } from '../../documents/header.ts'
import type { OpenedTable } from '../../documents/open-table.ts'
import { titlesAt } from '../../documents/shape-table.ts'
import type { Grid } from '../../documents/xlsx-sheet-reader.ts'

/** How a person wants a file read; what is absent is found out. */
export interface TableWish {
  sheet?: string | undefined
  /** Row of the titles, as Excel shows it. */
  headerRow?: number | undefined
  /** A saved mapping, or `none`: do not recognise any, show the columns. */
  mapping?: ColumnMapping | 'none' | undefined
}

/** Where in a file the table lies, and how its columns are read. */
export interface FoundTable {
  sheet: string
  grid: Grid
  headerIndex: number
  /** Absent when nobody has said what the columns are. */
  readBy?: { kind: 'template' } | { kind: 'mapping'; mapping: ColumnMapping }
}

/** Titles stand near the top; saved mappings are looked for as far down. */
const rowsSearched = 20

/**
 * Finds the table of a file: on the sheet asked for, else on the first that can be read, else on the first that holds
 * anything. Our own template is known by its titles, another channel's export by a mapping saved for it.
 *
 * @throws PortalError `wrong-columns` when no sheet holds a table, or a mapping does not fit (`missing` names columns)
 */
export async function findTable(
  opened: OpenedTable,
  wish: TableWish,
  mappings: readonly ColumnMapping[],
): Promise<FoundTable> {
  const sheets =
    wish.sheet === undefined ? opened.sheets : opened.sheets.filter(({ name }) => name === wish.sheet)
  let unread: FoundTable | undefined
  for (const { name, read } of sheets) {
    const grid = await read()
    const found = inGrid(name, grid, wish, mappings)
    if (found?.readBy !== undefined) return found
    unread ??= found
  }
  if (unread === undefined) throw new PortalError('wrong-columns', { reason: 'no-header-row' })
  if (wish.mapping !== undefined && wish.mapping !== 'none') throw doesNotFit(unread, wish.mapping)
  return unread
}

function inGrid(
  sheet: string,
  grid: Grid,
  wish: TableWish,
  mappings: readonly ColumnMapping[],
): FoundTable | undefined {
  if (wish.mapping === 'none') return asLayout(sheet, grid, wish)
  const wanted = wish.mapping
  const byMapping = (mapping: ColumnMapping | undefined, headerIndex: number) =>
    mapping && { sheet, grid, headerIndex, readBy: { kind: 'mapping' as const, mapping } }
  const rows = headerCandidates(grid, wish)
  for (const index of rows) {
    const titles = titlesAt(grid, index)
    if (wanted !== undefined) {
      if (columnsUsed(wanted.fields).every((title) => titles.includes(title))) return byMapping(wanted, index)
      continue
    }
    const known = byMapping(recogniseMapping(mappings, titles), index)
    if (known) return known
  }
  const index = wish.headerRow === undefined ? findHeaderRow(grid.rows) : rows[0]
  if (wanted === undefined && index !== undefined && isOurs(titlesAt(grid, index)))
    return { sheet, grid, headerIndex: index, readBy: { kind: 'template' } }
  return asLayout(sheet, grid, wish)
}

function isOurs(titles: readonly string[]): boolean {
  return missingColumns(matchedColumns(titles)).length === 0
}

function asLayout(sheet: string, grid: Grid, wish: TableWish): FoundTable | undefined {
  const [asked] = wish.headerRow === undefined ? [] : headerCandidates(grid, wish)
  const headerIndex = asked ?? guessHeaderRow(grid.rows)
  return headerIndex === undefined ? undefined : { sheet, grid, headerIndex }
}

/** Indexes of the rows that may be the header. */
function headerCandidates({ rows }: Grid, { headerRow }: TableWish): number[] {
  const asked = rows.findIndex(({ row }) => row === headerRow)
  if (headerRow !== undefined) return asked === -1 ? [] : [asked]
  return rows.flatMap(({ row }, index) => (row <= rowsSearched ? [index] : []))
}

function doesNotFit({ grid, headerIndex }: FoundTable, { fields }: ColumnMapping): PortalError {
  const titles = titlesAt(grid, headerIndex)
  return new PortalError('wrong-columns', {
    missing: columnsUsed(fields).filter((used) => !titles.includes(used)),
  })
}
