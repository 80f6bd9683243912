import type { Matching } from './lineage-matching.ts'

/** An article that became several, or several that became one; places, the parts in reading order. */
export interface PartsMatch {
  whole: number
  parts: number[]
  /** How much of the words of the parts is in the whole, 0…1. */
  score: number
}

/** So much of a part must come from words of the whole that no other part uses. */
const partOfWhole = 0.55
/** So much of the whole must go into a part for it to be one: a borrowed half-sentence is not. */
const wholeInPart = 0.12
/** A part whose words are nearly all from the whole may be a smaller one: a 款 of its own is short beside the rest. */
const nearlyAll = 0.85
const smallPart = 0.02

/** Older articles that were split: their match, and newer ones without a match whose words come from them. */
export function findSplits(matching: Matching, toCount: number): PartsMatch[] {
  const free = placesWithout(matching.fromOf, toCount)
  return findParts('from', matching, free)
}

/** Newer articles that were merged: their match, and older ones without a match whose words went into them. */
export function findMerges(matching: Matching, fromCount: number): PartsMatch[] {
  const free = placesWithout(matching.toOf, fromCount)
  return findParts('to', matching, free)
}

function placesWithout(matched: ReadonlyMap<number, unknown>, count: number): number[] {
  return Array.from({ length: count }, (_, place) => place).filter((place) => !matched.has(place))
}

/** `side`: where the whole stands. */
function findParts(side: 'from' | 'to', matching: Matching, free: readonly number[]): PartsMatch[] {
  const { likeness, toOf, fromOf } = matching
  const wholes = side === 'from' ? toOf : fromOf
  const other = side === 'from' ? 'to' : 'from'
  const partsOf = new Map<number, number[]>()
  for (const part of free) {
    let best: { whole: number; left: number } | undefined
    const shared = likeness.sharedWith(other, part)
    const enough = partOfWhole * likeness.weightOf(other, part)
    for (const [whole, match] of wholes) {
      if (
        (shared[whole] ?? 0) < enough ||
        match.score === 1 ||
        likeness.weightOf(side, whole) * 0.9 < likeness.weightOf(other, part)
      )
        continue
      const others = [side === 'from' ? match.to : match.from, ...(partsOf.get(whole) ?? [])]
      const left = likeness.leftFor(side, whole, part, others)
      const share = (left * likeness.weightOf(other, part)) / likeness.weightOf(side, whole)
      const isPart = left >= nearlyAll ? share >= smallPart : left >= partOfWhole && share >= wholeInPart
      if (isPart && left > (best?.left ?? 0)) best = { whole, left }
    }
    if (best !== undefined) partsOf.set(best.whole, [...(partsOf.get(best.whole) ?? []), part])
  }
  return [...partsOf].map(([whole, found]) => {
    const match = wholes.get(whole)
    const first = match === undefined ? [] : [side === 'from' ? match.to : match.from]
    const parts = [...first, ...found].sort((a, b) => a - b)
    const weight = parts.reduce((sum, part) => sum + likeness.weightOf(other, part), 0)
    const covered = parts.reduce(
      (sum, part, place) =>
        sum + likeness.leftFor(side, whole, part, parts.slice(0, place)) * likeness.weightOf(other, part),
      0,
    )
    return { whole, parts, score: weight === 0 ? 0 : covered / weight }
  })
}
