import type { OpinionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log-facts.ts'

/** For each correction the revisions before it that are in the log, oldest first. */
export function earlierRevisions({
  corrections,
  ids,
}: Pick<LogFacts, 'corrections' | 'ids'>): Map<OpinionId, OpinionId[]> {
  const known = ids.placesOf(corrections.map(({ supersedes }) => supersedes))
  const before = new Map(corrections.map(({ place, supersedes }) => [ids.at(place), supersedes]))
  const earlier = new Map<OpinionId, OpinionId[]>()
  for (const id of before.keys()) {
    const chain: OpinionId[] = []
    for (let at = before.get(id); at !== undefined && !chain.includes(at); at = before.get(at))
      chain.unshift(at)
    earlier.set(
      id,
      chain.filter((at) => known.has(at)),
    )
  }
  return earlier
}
