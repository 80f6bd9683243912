import type { Grid } from './xlsx-sheet-reader.ts'

/**
 * Repeats a value that stands in one cell joined over several rows in each of them: a 条款 written once beside five
 * opinions belongs to all five. Rows that hold nothing of their own stay empty, so a record drawn over two rows
 * remains one. Overlapping ranges (no program writes them) are ignored after the first.
 */
export function repeatMergedCells(grid: Grid): void {
  const place = new Map(grid.rows.map((row, index) => [row.row, index]))
  const coveredTo = new Map<number, number>()
  const ranges = grid.merged.filter((range) => range.bottom > range.top).sort((a, b) => a.top - b.top)
  for (const { left, top, bottom } of ranges) {
    if (top <= (coveredTo.get(left) ?? 0)) continue
    coveredTo.set(left, bottom)
    const start = place.get(top)
    const value = start === undefined ? undefined : grid.rows[start]?.cells[left]
    if (start === undefined || value === undefined) continue
    for (let at = start + 1; at < grid.rows.length; at += 1) {
      const row = grid.rows[at]
      if (!row || row.row > bottom) break
      row.cells[left] ??= value
    }
  }
}
