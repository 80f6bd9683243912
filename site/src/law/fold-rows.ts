import type { ComparisonRow } from '#core/comparison.ts'

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

/**
 * Folds rows that did not change into runs. `olderIds`: the older text's articles in order, so that a run never
 * speaks for an article that was moved out of its middle. Titles inside a run are folded away with it.
 */
export function foldRows(rows: readonly ComparisonRow[], olderIds: readonly string[]): ComparisonBlock[] {
  const places = new Map(olderIds.map((id, at) => [id, at]))
  const blocks: ComparisonBlock[] = []
  let titles: ComparisonRow[] = []
  let run: ComparisonRow[] = []
  const close = (): void => {
    const fold = run[0] && foldOf(run[0])
    if (fold) blocks.push({ kind: fold, rows: run })
    blocks.push(...titles.map((row) => ({ kind: 'heading', row }) as const))
    run = []
    titles = []
  }
  for (const row of rows) {
    if (isUnchangedHeading(row)) titles.push(row)
    else if (foldOf(row) && (run.length === 0 || continues(run, row, places))) {
      if (run.length === 0) close()
      titles = []
      run.push(row)
    } else {
      close()
      if (foldOf(row)) run = [row]
      else blocks.push({ kind: row.kind === 'heading' ? 'heading' : 'row', row })
    }
  }
  close()
  return blocks
}
