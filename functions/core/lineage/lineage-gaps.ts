import type { Matching } from './lineage-matching.ts'

/**
 * A name for the gap each unmatched article stands in, the same on both sides when the neighbours before and behind
 * it are matched to each other (or are the ends of the drafts); none between the two ends alone.
 */
export function gapsOf(
  fromCount: number,
  toCount: number,
  { toOf, fromOf }: Pick<Matching, 'toOf' | 'fromOf'>,
): { from: (string | undefined)[]; to: (string | undefined)[] } {
  return {
    from: gapNames(fromCount, toCount, (place) => toOf.get(place)?.to),
    to: gapNames(toCount, toCount, (place) => (fromOf.has(place) ? place : undefined)),
  }
}

function gapNames(count: number, end: number, newPlaceOf: (place: number) => number | undefined) {
  const names: (string | undefined)[] = []
  let before = -1
  for (let place = 0; place < count; place += 1) {
    const matched = newPlaceOf(place)
    if (matched !== undefined) before = matched
    else {
      let next = place + 1
      while (next < count && newPlaceOf(next) === undefined) next += 1
      const after = next === count ? end : (newPlaceOf(next) ?? end)
      const name = before === -1 && after === end ? undefined : `${before}-${after}`
      for (let open = place; open < next; open += 1) names[open] = name
      place = next - 1
    }
  }
  return names
}
