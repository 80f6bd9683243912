import type { ComparisonRow } from './comparison.ts'
import { isContainer } from './lineage-units.ts'
import { walkProvisions, type Provision } from '../draft/provision.ts'
import { readablePieces } from '../text/readable-pieces.ts'
import { diffWords } from '../text/word-diff.ts'

/**
 * Puts the titles of 编 章 节 附件 into the rows of a comparison, each before the first row of what stands under it.
 * A title is compared with the old one of the same words, else with that of the chapter most of its articles came
 * from; old titles nobody claims stand as removed before the first row of an article that stood under them.
 */
export function headingRows(
  from: readonly Provision[],
  to: readonly Provision[],
  rows: readonly ComparisonRow[],
): ComparisonRow[] {
  const older = chaptersOf(from)
  const newer = chaptersOf(to)
  const claimed = claim(older, newer, rows)
  const gone = new Set(older.filter((chapter) => ![...claimed.values()].includes(chapter)))
  const waiting = new Set(newer)
  const placed: ComparisonRow[] = []
  for (const row of rows) {
    const ids = { from: new Set(row.from.map(({ id }) => id)), to: new Set(row.to.map(({ id }) => id)) }
    for (const chapter of gone)
      if (!row.moved && chapter.holds.some((id) => ids.from.has(id)) && gone.delete(chapter))
        placed.push(headingRow(chapter, undefined))
    const reached = newer.findLastIndex((chapter) => chapter.holds.some((id) => ids.to.has(id)))
    for (const chapter of newer.slice(0, reached + 1))
      if (waiting.delete(chapter)) placed.push(headingRow(claimed.get(chapter), chapter))
    placed.push(row)
  }
  for (const chapter of waiting) placed.push(headingRow(claimed.get(chapter), chapter))
  for (const chapter of gone) placed.push(headingRow(chapter, undefined))
  return placed
}

interface Chapter {
  provision: Provision
  /** Ids of the articles under it, and its own. */
  holds: Provision['id'][]
}

function chaptersOf(provisions: readonly Provision[]): Chapter[] {
  return [...walkProvisions(provisions)]
    .filter((provision) => isContainer(provision) && provision.label + (provision.heading ?? '') !== '')
    .map((provision) => ({
      provision,
      holds: [
        provision.id,
        ...[...walkProvisions(provision.children)]
          .filter(({ kind }) => kind === 'article')
          .map(({ id }) => id),
      ],
    }))
}

function claim(older: Chapter[], newer: Chapter[], rows: readonly ComparisonRow[]): Map<Chapter, Chapter> {
  const claimed = new Map<Chapter, Chapter>()
  const free = new Set(older)
  const take = (chapter: Chapter, old: Chapter | undefined): void => {
    if (old !== undefined && free.delete(old)) claimed.set(chapter, old)
  }
  for (const chapter of newer)
    take(
      chapter,
      older.find((old) => free.has(old) && isTitleOf(old, chapter)),
    )
  const cameFrom = new Map(
    rows.flatMap(({ from, to }) => to.map(({ id }) => [id, from.map((side) => side.id)])),
  )
  for (const chapter of newer) {
    if (claimed.has(chapter)) continue
    const counts = [...free]
      .filter(({ provision }) => provision.kind === chapter.provision.kind)
      .map((old) => ({
        old,
        count: chapter.holds.filter((id) => cameFrom.get(id)?.some((was) => old.holds.includes(was))).length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
    take(chapter, counts[0]?.old)
  }
  return claimed
}

function isTitleOf({ provision: a }: Chapter, { provision: b }: Chapter): boolean {
  return a.kind === b.kind && (a.heading ?? a.label) === (b.heading ?? b.label)
}

function headingRow(old: Chapter | undefined, chapter: Chapter | undefined): ComparisonRow {
  const title = (held: Chapter | undefined): string =>
    held === undefined ? '' : [held.provision.label, held.provision.heading].filter(Boolean).join('　')
  const side = (held: Chapter | undefined) =>
    held === undefined ? [] : [{ id: held.provision.id, label: held.provision.label }]
  return {
    kind: 'heading',
    from: side(old),
    to: side(chapter),
    numberChanged:
      old !== undefined && chapter !== undefined && old.provision.label !== chapter.provision.label,
    moved: false,
    pieces: readablePieces(diffWords(title(old), title(chapter))),
  }
}
