import type { LineageKind, LineageLink } from './lineage.ts'
import { placesMoved } from './lineage-order.ts'
import type { LineageUnit } from './lineage-units.ts'

/** Articles that belong together, by place in each draft, ascending; `score` as in `LineageLink`. */
export interface LinkGroup {
  from: readonly number[]
  to: readonly number[]
  score: number
}

/**
 * Says of every group what became of it and puts the links into the newer draft's order, each removed article behind
 * what stood before it. Groups must hold every article of both drafts once, and no group several of both.
 */
export function makeLinks(
  groups: readonly LinkGroup[],
  older: readonly LineageUnit[],
  newer: readonly LineageUnit[],
): LineageLink[] {
  const moved = placesMoved(groups.flatMap(({ from, to }) => firstOf(from, to)))
  const keys = new Map<LineageLink, number>()
  let behind = -1
  const byOldPlace = groups.toSorted((a, b) => (a.from[0] ?? older.length) - (b.from[0] ?? older.length))
  const links = byOldPlace.map((group) => {
    const [first] = group.from
    const isMoved = first !== undefined && group.to.length > 0 && moved.has(first)
    const link = linkOf(group, pick(older, group.from), pick(newer, group.to), isMoved)
    const [place] = group.to
    if (place === undefined) keys.set(link, behind + 0.5)
    else {
      keys.set(link, place)
      if (first !== undefined && !isMoved) behind = place
    }
    return link
  })
  return links.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
}

function firstOf(from: readonly number[], to: readonly number[]): { from: number; to: number }[] {
  const [a] = from
  const [b] = to
  return a === undefined || b === undefined ? [] : [{ from: a, to: b }]
}

function pick(units: readonly LineageUnit[], places: readonly number[]): LineageUnit[] {
  return places.flatMap((place) => units[place] ?? [])
}

function linkOf(
  { score }: LinkGroup,
  from: readonly LineageUnit[],
  to: readonly LineageUnit[],
  moved: boolean,
): LineageLink {
  const numbers = from.map(({ number }) => number)
  const numberChanged = from.length > 0 && to.length > 0 && !to.some(({ number }) => numbers.includes(number))
  const kind = kindOf(from, to, numberChanged)
  const unchanged = kind === 'same' || kind === 'renumbered'
  // A change that carries no weight (a comma) must not look like none.
  const shown = unchanged ? 1 : kind === 'added' || kind === 'removed' ? 0 : Math.min(score, 0.999)
  return {
    from: from.map(({ id }) => id),
    to: to.map(({ id }) => id),
    kind,
    score: Math.round(shown * 1000) / 1000,
    numberChanged,
    moved,
  }
}

function kindOf(
  from: readonly LineageUnit[],
  to: readonly LineageUnit[],
  numberChanged: boolean,
): LineageKind {
  if (from.length === 0) return 'added'
  if (to.length === 0) return 'removed'
  if (to.length > 1) return 'split'
  if (from.length > 1) return 'merged'
  if (from[0]?.words !== to[0]?.words) return 'edited'
  return numberChanged ? 'renumbered' : 'same'
}
