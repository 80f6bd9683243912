import { correctedIds } from './corrected-ids.ts'
import type { OpinionId } from '../ids.ts'

/** A revision, as far as it decides what stands beside what. */
export interface Version {
  id: OpinionId
  supersedes?: OpinionId | undefined
  joins?: readonly OpinionId[] | undefined
  /** Written at the desk, by somebody who had the revision it corrects before their eyes. */
  isFromDesk: boolean
}

/**
 * Versions of one opinion that were made at the same time and that nobody has put together yet, oldest first; empty when
 * one stands. Either several that no other one corrects, or a device's or a table's correction that was placed behind
 * what the desk had just written: whoever made it had not seen that (R9: neither may be lost sight of).
 */
export function unsettledVersions(family: readonly Version[]): OpinionId[] {
  const corrected = new Set(family.flatMap((version) => correctedIds(version)))
  const ends = family.filter(({ id }) => !corrected.has(id))
  if (ends.length > 1) return ends.map(({ id }) => id)
  const [newest] = ends
  const before = family.find(({ id }) => id === newest?.supersedes)
  if (newest === undefined || before === undefined || newest.isFromDesk || !before.isFromDesk) return []
  return [before.id, newest.id]
}
