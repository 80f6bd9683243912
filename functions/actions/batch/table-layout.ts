import type { TableLayout } from '#contract/mapping-api.ts'
import { valueKey } from '#core/batch/column-mapping.ts'
import { guessColumns } from '#core/batch/guess-columns.ts'
import type { CalendarDate } from '#core/time.ts'
import type { ShapedTable } from '../../documents/shape-table.ts'
import type { FoundTable } from './find-table.ts'

/** Enough to see what a table is, little enough for a screen. */
const rowsShown = 5
const samplesShown = 5
const samplesGuessed = 40
/** A column with more different values than this is no list of choices. */
const mostDistinct = 30
const longestShown = 120

/** What a table looks like: its first rows as they stand, each column with samples, and guesses at what is what. */
export function layoutOf(
  { sheet, grid, headerIndex }: FoundTable,
  table: ShapedTable,
  sheets: readonly string[],
  today: CalendarDate,
): TableLayout {
  const columns = table.headers.map((title) => {
    const cells = table.rows.flatMap(({ cells: { [title]: cell } }) => (cell === undefined ? [] : [cell]))
    return { title, cells }
  })
  const seen = columns.map(({ title, cells }) => ({ title, samples: cells.slice(0, samplesGuessed) }))
  return {
    sheet,
    sheets: [...sheets],
    headerRow: grid.rows[headerIndex]?.row ?? 1,
    firstRows: grid.rows
      .slice(0, headerIndex + 1 + rowsShown)
      .map(({ row, cells }) => ({ row, cells: Array.from(cells, (cell) => cut(cell ?? '')) })),
    columns: columns.map(({ title, cells }) => {
      const distinct = distinctOf(cells)
      return { title, samples: cells.slice(0, samplesShown).map(cut), ...(distinct && { distinct }) }
    }),
    rows: table.rows.length,
    guesses: guessColumns(seen, today),
  }
}

/** The different values of a column, when they are few and short, as value maps name them. */
function distinctOf(cells: readonly string[]): string[] | undefined {
  const values = new Set<string>()
  for (const cell of cells) {
    const value = valueKey(cell)
    if (value.length > 40) return undefined
    values.add(value)
    if (values.size > mostDistinct) return undefined
  }
  return values.size === 0 ? undefined : [...values]
}

function cut(cell: string): string {
  const chars = Array.from(cell)
  return chars.length > longestShown ? `${chars.slice(0, longestShown).join('')}…` : cell
}
