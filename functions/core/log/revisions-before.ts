import type { OpinionId } from '../ids.ts'

/** Everything an opinion takes the place of, directly or not, oldest first; a loop ends where it closes. */
export function revisionsBefore(
  id: OpinionId,
  corrected: ReadonlyMap<OpinionId, readonly OpinionId[]>,
): OpinionId[] {
  const chain = new Set<OpinionId>(corrected.get(id))
  // A set may grow while it is walked: what is added is still met.
  for (const before of chain) for (const older of corrected.get(before) ?? []) chain.add(older)
  return [...chain].toReversed()
}
