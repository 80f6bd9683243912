import { correctedIds } from '#core/log/corrected-ids.ts'
import { revisionsBefore } from '#core/log/revisions-before.ts'
import type { OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'

/** The opinions of a log that stand, and what each of them corrected. */
export interface CurrentOpinions {
  /** Opinions no other one supersedes, in log order: exactly what is counted, decided and answered. */
  current: LoggedOpinion[]
  /** For each of them its earlier revisions, oldest first; absent when there is none. */
  earlier: Map<OpinionId, OpinionId[]>
  /** Entries read, superseded ones included. */
  entries: number
  /** Ids of all of them. */
  logged: ReadonlySet<OpinionId>
}

/**
 * The plain rule that facts, roll-ups and readiness are held against: drops what was corrected (R1: the log keeps both, counts take the latest). A correction may stand in the log
 * before the opinion it names, and may name one that never arrived; neither changes the answer.
 */
export function currentRevisions(log: readonly LoggedOpinion[]): CurrentOpinions {
  const supersededBy = new Map<OpinionId, OpinionId>()
  const supersedes = new Map<OpinionId, readonly OpinionId[]>()
  const present = new Set<OpinionId>(log.map(({ entry }) => entry.id))
  for (const { entry } of log) {
    const corrected = correctedIds(entry)
    if (corrected.length === 0) continue
    supersedes.set(entry.id, corrected)
    for (const id of corrected) supersededBy.set(id, entry.id)
  }
  const current = log.filter(({ entry }) => !supersededBy.has(entry.id))
  const earlier = new Map<OpinionId, OpinionId[]>()
  for (const { entry } of current) {
    const chain = revisionsBefore(entry.id, supersedes).filter((id) => present.has(id))
    if (chain.length > 0) earlier.set(entry.id, chain)
  }
  return { current, earlier, entries: log.length, logged: present }
}
