import type { OpinionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { revisionsBefore } from '#core/log/revisions-before.ts'

/** For each correction the revisions before it that are in the log, oldest first. */
export function earlierRevisions({
  corrections,
  ids,
}: Pick<LogFacts, 'corrections' | 'ids'>): Map<OpinionId, OpinionId[]> {
  const known = ids.placesOf(corrections.map(({ supersedes }) => supersedes))
  const before = correctedById({ corrections, ids })
  const earlier = new Map<OpinionId, OpinionId[]>()
  for (const id of before.keys())
    earlier.set(
      id,
      revisionsBefore(id, before).filter((at) => known.has(at)),
    )
  return earlier
}

/** What each correction names. */
export function correctedById({
  corrections,
  ids,
}: Pick<LogFacts, 'corrections' | 'ids'>): Map<OpinionId, OpinionId[]> {
  const before = new Map<OpinionId, OpinionId[]>()
  for (const { place, supersedes } of corrections) {
    const id = ids.at(place)
    before.set(id, [...(before.get(id) ?? []), supersedes])
  }
  return before
}
