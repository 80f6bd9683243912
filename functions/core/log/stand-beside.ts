import type { OpinionId } from '../ids.ts'
import { revisionsBefore } from './revisions-before.ts'

/**
 * For each opinion that stands, the others that stand for the same one and count beside it until somebody puts them
 * together; those that stand alone are left out. `corrected`: what each correction of the log names.
 */
export function standBeside(
  corrected: ReadonlyMap<OpinionId, readonly OpinionId[]>,
): Map<OpinionId, OpinionId[]> {
  const gone = new Set([...corrected.values()].flat())
  const standingFor = new Map<OpinionId, OpinionId[]>()
  for (const id of corrected.keys()) {
    if (gone.has(id)) continue
    for (const older of revisionsBefore(id, corrected))
      standingFor.set(older, [...(standingFor.get(older) ?? []), id])
  }
  const beside = new Map<OpinionId, OpinionId[]>()
  for (const standing of standingFor.values())
    if (standing.length > 1)
      for (const id of standing)
        beside.set(
          id,
          [...new Set([...(beside.get(id) ?? []), ...standing])].filter((other) => other !== id),
        )
  return beside
}
