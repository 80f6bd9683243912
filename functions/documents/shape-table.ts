import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { normaliseHeader } from './header.ts'
import { repeatMergedCells } from './xlsx-merged-cells.ts'
import type { Grid, GridRow } from './xlsx-sheet-reader.ts'

/** One record of an uploaded table. */
export interface SheetRow {
  /** The row's number as Excel shows it. */
  row: number
  /** Cells that say something, by normalised title; dates as yyyy-mm-dd, numbers as plain digits, nothing trimmed. */
  cells: Record<string, string>
}

/** Titles as `normaliseHeader` makes them, left to right, blank ones left out, each once; and the records below. */
export interface ShapedTable {
  headers: string[]
  rows: SheetRow[]
}

/** A column of numbers printed beforehand does not make a row. */
const numberingTitles = new Set(['序号', '行号'])
/** Titles of two or three rows, as forms have them: 「提出人」 joined over 「类别」 and 「区域」. */
const maxHeaderRows = 3

/**
 * The records of a grid below its header row. Joined cells and titles of several rows are understood, empty rows and
 * rows that hold only a printed number are none.
 *
 * @throws PortalError `too-large` beyond `limits.maxSheetRows`
 */
export function shapeTable(grid: Grid, headerIndex: number): ShapedTable {
  const depth = headerDepth(grid, headerIndex)
  const titles = titlesOf(grid.rows.slice(headerIndex, headerIndex + depth))
  const saysSomething = ({ cells }: GridRow) =>
    cells.some((cell, column) => cell !== undefined && !numberingTitles.has(titles[column] ?? ''))
  const below = grid.rows.slice(headerIndex + depth).filter(saysSomething)
  repeatMergedCells({ merged: grid.merged, rows: below })
  const rows = below.map(({ row, cells }) => ({ row, cells: byTitle(titles, cells) }))
  if (rows.length > limits.maxSheetRows)
    throw new PortalError('too-large', { rows: rows.length, limit: limits.maxSheetRows })
  return { headers: [...new Set(titles.filter((title) => title !== ''))], rows }
}

/** The normalised titles that would stand over the columns if this were the header row; blank ones are `''`. */
export function titlesAt(grid: Grid, headerIndex: number): string[] {
  return titlesOf(grid.rows.slice(headerIndex, headerIndex + headerDepth(grid, headerIndex)))
}

/** How many rows the titles take: as far down as a title of the first row is joined. */
function headerDepth({ rows, merged }: Grid, headerIndex: number): number {
  const top = rows[headerIndex]?.row
  if (top === undefined) return 1
  const bottoms = merged.filter((range) => range.top === top).map(({ bottom }) => bottom)
  const last = Math.min(Math.max(top, ...bottoms), top + maxHeaderRows - 1)
  return rows.slice(headerIndex).filter(({ row }) => row <= last).length
}

/** The lowest title of a column is its own; what stands above names a group of columns. */
function titlesOf(rows: readonly GridRow[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => {
    const written = rows.map(({ cells }) => cells[column]).filter((cell) => cell !== undefined)
    return normaliseHeader(written.at(-1) ?? '')
  })
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
