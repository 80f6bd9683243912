import type { ComparisonRow } from '#core/lineage/comparison.ts'

/** A stretch of a comparison as a reader meets it: a row, the title of a chapter, or articles nobody touched. */
export type ComparisonBlock =
  { kind: 'row' | 'heading'; row: ComparisonRow } | { kind: 'same' | 'renumbered'; rows: ComparisonRow[] }

/** Words unchanged at the place they had: what is folded into one line. */
function foldOf(row: ComparisonRow): 'same' | 'renumbered' | undefined {
  return !row.moved && (row.kind === 'same' || row.kind === 'renumbered') ? row.kind : undefined
}

function isUnchangedHeading(row: ComparisonRow): boolean {
  return row.kind === 'heading' && row.pieces.every(({ kind }) => kind === 'same')
}

/** Whether a row continues a run: the same fold, articles both, and the older ones without a gap. */
function continues(run: ComparisonRow[], row: ComparisonRow, places: ReadonlyMap<string, number>): boolean {
  const last = run.at(-1)
  const place = (held: ComparisonRow | undefined) => places.get(held?.from[0]?.id ?? '') ?? Number.NaN
  return (
    last !== undefined &&
    foldOf(last) === foldOf(row) &&
    row.to[0]?.label !== '' &&
    last.to[0]?.label !== '' &&
    place(row) === place(last) + 1
  )
}

/** Titles worth showing: those that changed, and those of chapters in which something did. */
function shownTitles(rows: readonly ComparisonRow[]): Set<ComparisonRow> {
  const shown = new Set<ComparisonRow>()
  let open: ComparisonRow[] = []
  let isEmpty = true
  for (const row of rows) {
    if (row.kind === 'heading') {
      // 第一编 directly above 第一章 shares its fate
      open = isEmpty ? [...open, row] : [row]
      isEmpty = true
      if (!isUnchangedHeading(row)) shown.add(row)
    } else {
      isEmpty = false
      if (!foldOf(row)) for (const title of open) shown.add(title)
    }
  }
  return shown
}

/**
 * Folds rows that did not change into runs. `olderIds`: the older text's articles in order, so that a run never
 * speaks for an article that was moved out of its middle. Titles of chapters without any change are folded away.
 */
export function foldRows(rows: readonly ComparisonRow[], olderIds: readonly string[]): ComparisonBlock[] {
  const places = new Map(olderIds.map((id, at) => [id, at]))
  const titles = shownTitles(rows)
  const blocks: ComparisonBlock[] = []
  for (const row of rows) {
    const last = blocks.at(-1)
    const fold = foldOf(row)
    if (row.kind === 'heading') {
      if (titles.has(row)) blocks.push({ kind: 'heading', row })
    } else if (!fold) blocks.push({ kind: 'row', row })
    else if (last && 'rows' in last && continues(last.rows, row, places)) last.rows.push(row)
    else blocks.push({ kind: fold, rows: [row] })
  }
  return blocks
}
