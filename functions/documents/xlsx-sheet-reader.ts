import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { dateOfSerial, plainNumber, timeOfSerial } from './xlsx-dates.ts'
import { createStringCollector, unescapeCell } from './xlsx-strings-reader.ts'
import type { Workbook } from './xlsx-workbook-reader.ts'
import { attribute, readXml } from './xlsx-xml.ts'

/** A row that holds something; `row` as Excel shows it (1…), `cells` by column (0…), gaps undefined. */
export interface GridRow {
  row: number
  cells: (string | undefined)[]
}

/** Cells joined in the sheet: rows 1…, columns 0…, both ends inside. */
export interface MergedRange {
  top: number
  bottom: number
  left: number
  right: number
}

/** A sheet as rows that hold something, and what is joined in it. */
export interface Grid {
  rows: GridRow[]
  merged: MergedRange[]
}

/** A sheet for people has a dozen or two columns; what stands further right is not ours. */
const maxColumns = 256
/** Room for title rows above the header. */
const maxRows = limits.maxSheetRows + 50
const maxMerged = 100_000

/**
 * Reads the cells of one sheet as text, row by row, holding only cells that say something: one styled cell in the
 * last corner of Excel's grid costs nothing. Broken cells are read as empty, never refuse the sheet.
 *
 * @throws PortalError `too-large` when more than `limits.maxSheetRows` rows hold something
 */
export async function readGrid(chunks: AsyncIterable<Uint8Array>, workbook: Workbook): Promise<Grid> {
  const grid: Grid = { rows: [], merged: [] }
  const collector = createStringCollector()
  let current: GridRow = { row: 0, cells: [] }
  let cell = { column: -1, type: '', style: 0, value: '' }
  let inValue = false
  const keepCell = () => {
    const text = cell.type === 'inlineStr' ? collector.take() : cellText(cell, workbook)
    if (text.trim() !== '' && cell.column < maxColumns) current.cells[cell.column] = text
  }
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'c') {
        const column = columnOf(attribute(attributes, 'r')) ?? cell.column + 1
        const style = Number(attribute(attributes, 's') ?? 0)
        cell = { column, type: attribute(attributes, 't') ?? 'n', style, value: '' }
      } else if (name === 'v') inValue = true
      else if (name === 'row') {
        current = { row: Number(attribute(attributes, 'r') ?? current.row + 1), cells: [] }
        cell.column = -1
      } else if (name === 'mergeCell') keepMerged(grid.merged, attribute(attributes, 'ref'))
      else collector.open(name)
    },
    close(name) {
      if (name === 'c') keepCell()
      else if (name === 'v') inValue = false
      else if (name === 'row') keepRow(grid.rows, current)
      else collector.close(name)
    },
    text(part) {
      if (inValue) cell.value += part
      else collector.text(part)
    },
  })
  return grid
}

function keepRow(rows: GridRow[], row: GridRow): void {
  if (row.cells.length === 0) return
  if (rows.length >= maxRows) throw new PortalError('too-large', { rows: 'more', limit: limits.maxSheetRows })
  rows.push(row)
}

function cellText(cell: { type: string; style: number; value: string }, workbook: Workbook): string {
  const { type, value } = cell
  if (value === '') return ''
  if (type === 's') return workbook.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n') return unescapeCell(value)
  const kind = workbook.numberKinds[cell.style] ?? 'number'
  const serial = Number(value)
  if (kind === 'time') return timeOfSerial(serial)
  return (kind === 'date' ? dateOfSerial(serial, workbook.epoch1904) : undefined) ?? plainNumber(value)
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (const char of reference) {
    const letter = char.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column === 0 ? undefined : column - 1
}

function keepMerged(merged: MergedRange[], reference: string | undefined): void {
  const [from, to] = (reference ?? '').split(':')
  const [left, right] = [columnOf(from), columnOf(to)]
  const [top, bottom] = [from, to].map((corner) => Number(corner?.replace(/^[A-Z]+/, '')))
  if (left === undefined || right === undefined || !top || !bottom || merged.length >= maxMerged) return
  merged.push({ top, bottom, left, right })
}
