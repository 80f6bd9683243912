import type { LineageLink } from './lineage.ts'
import { matchTexts, type Match, type Matching } from './lineage-matching.ts'
import { placesMoved } from './lineage-order.ts'
import { findMerges, findSplits, type PartsMatch } from './lineage-parts.ts'
import { type LineageUnit, lineageUnits } from './lineage-units.ts'
import type { Provision } from './provision.ts'

/**
 * Aligns two drafts article by article, by text before number: every article of either stands in exactly one link.
 * Links come in the newer draft's order, each removed one behind the link of what stood before it. Pure and
 * deterministic; a draft with itself is all `same`, and drafts that have nothing to do with each other are all
 * `removed` and `added`. ≤ 2 s CPU for 700 × 700 articles.
 */
export function alignDrafts(from: readonly Provision[], to: readonly Provision[]): LineageLink[] {
  const older = lineageUnits(from)
  const newer = lineageUnits(to)
  const matching = matchTexts(
    older.map(({ words }) => words),
    newer.map(({ words }) => words),
  )
  const splits = new Map(findSplits(matching, newer.length).map((split) => [split.whole, split]))
  const merges = new Map(
    findMerges(matching, older.length)
      .filter(({ whole }) => !splits.has(matching.fromOf.get(whole)?.from ?? -1))
      .map((merge) => [merge.whole, merge]),
  )
  return orderLinks(linkAll(older, newer, { matching, splits, merges }), older, newer)
}

interface Found {
  matching: Matching
  splits: ReadonlyMap<number, PartsMatch>
  merges: ReadonlyMap<number, PartsMatch>
}

function linkAll(
  older: LineageUnit[],
  newer: LineageUnit[],
  { matching, splits, merges }: Found,
): LineageLink[] {
  const moved = placesMoved([...matching.toOf.values()])
  const links: LineageLink[] = []
  const linkedTo = new Set([...splits.values()].flatMap(({ parts }) => parts))
  const linkedFrom = new Set([...merges.values()].flatMap(({ parts }) => parts))
  for (const [place, unit] of older.entries()) {
    const match = matching.toOf.get(place)
    const split = splits.get(place)
    const merge = match === undefined ? undefined : merges.get(match.to)
    const isMoved = moved.has(place)
    if (split !== undefined)
      links.push(linkOf('split', [unit], pick(newer, split.parts), split.score, isMoved))
    else if (merge !== undefined)
      links.push(linkOf('merged', pick(older, merge.parts), pick(newer, [merge.whole]), merge.score, isMoved))
    else if (match !== undefined) links.push(singleLink(unit, newer[match.to] ?? unit, match, isMoved))
    else if (!linkedFrom.has(place)) links.push(linkOf('removed', [unit], [], 0, false))
  }
  for (const [place, unit] of newer.entries())
    if (!matching.fromOf.has(place) && !linkedTo.has(place)) links.push(linkOf('added', [], [unit], 0, false))
  return links
}

function pick(units: readonly LineageUnit[], places: readonly number[]): LineageUnit[] {
  return places.flatMap((place) => units[place] ?? [])
}

function singleLink(from: LineageUnit, to: LineageUnit, { score }: Match, moved: boolean): LineageLink {
  const unchanged = from.words === to.words
  const renumbered = from.number !== to.number
  // A change that carries no weight (a comma) must not look like none.
  const shown = unchanged ? 1 : Math.min(score, 0.999)
  return linkOf(unchanged ? (renumbered ? 'renumbered' : 'same') : 'edited', [from], [to], shown, moved)
}

function linkOf(
  kind: LineageLink['kind'],
  from: readonly LineageUnit[],
  to: readonly LineageUnit[],
  score: number,
  moved: boolean,
): LineageLink {
  const before = from.map(({ number }) => number)
  const after = to.map(({ number }) => number)
  const numberChanged =
    before.length > 0 && after.length > 0 && !before.some((number) => after.includes(number))
  return {
    from: from.map(({ id }) => id),
    to: to.map(({ id }) => id),
    kind,
    score: Math.round(score * 1000) / 1000,
    numberChanged,
    moved,
  }
}

/** The newer draft's order; what was removed follows what stood before it in the older one. */
function orderLinks(links: LineageLink[], older: LineageUnit[], newer: LineageUnit[]): LineageLink[] {
  const oldPlace = new Map(older.map(({ id }, place) => [id, place]))
  const newPlace = new Map(newer.map(({ id }, place) => [id, place]))
  const byOldPlace = links.toSorted((a, b) => placeIn(oldPlace, a.from) - placeIn(oldPlace, b.from))
  const keys = new Map<LineageLink, number>()
  let last = -1
  for (const link of byOldPlace) {
    if (link.to.length > 0) keys.set(link, placeIn(newPlace, link.to))
    if (link.to.length > 0 && link.from.length > 0 && !link.moved) last = placeIn(newPlace, link.to)
    else if (link.to.length === 0) keys.set(link, last + 0.5)
  }
  return byOldPlace.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
}

function placeIn(places: ReadonlyMap<string, number>, ids: readonly string[]): number {
  const [first] = ids
  return first === undefined ? places.size : (places.get(first) ?? places.size)
}
