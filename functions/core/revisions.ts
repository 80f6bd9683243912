import type { OpinionId } from './ids.ts'
import type { LoggedOpinion } from './log-entry.ts'

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
 * Drops what was corrected (R1: the log keeps both, counts take the latest). A correction may stand in the log
 * before the opinion it names, and may name one that never arrived; neither changes the answer.
 */
export function currentRevisions(log: readonly LoggedOpinion[]): CurrentOpinions {
  const supersededBy = new Map<OpinionId, OpinionId>()
  const supersedes = new Map<OpinionId, OpinionId>()
  const present = new Set<OpinionId>(log.map(({ entry }) => entry.id))
  for (const { entry } of log) {
    if (entry.supersedes === undefined || entry.supersedes === entry.id) continue
    supersedes.set(entry.id, entry.supersedes)
    supersededBy.set(entry.supersedes, entry.id)
  }
  const current = log.filter(({ entry }) => !supersededBy.has(entry.id))
  const earlier = new Map<OpinionId, OpinionId[]>()
  for (const { entry } of current) {
    const chain: OpinionId[] = []
    for (let id = supersedes.get(entry.id); id !== undefined; id = supersedes.get(id)) {
      if (chain.includes(id)) break
      if (present.has(id)) chain.unshift(id)
    }
    if (chain.length > 0) earlier.set(entry.id, chain)
  }
  return { current, earlier, entries: log.length, logged: present }
}
