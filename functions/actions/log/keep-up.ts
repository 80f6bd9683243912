import type { Consultation } from '#core/consultation.ts'
import { factsMethod } from '#core/log/facts-segment.ts'
import { groupingMethod } from '#core/grouping/group-segment.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import type { LogSegments } from '#core/log/segment-ports.ts'
import { type FactDeps, followFacts } from './follow-facts.ts'
import { followGroups, type GroupMemory } from './follow-groups.ts'

/** What keeping up takes from `Deps`. */
export type KeepUpDeps = FactDeps & Pick<Deps, 'consultations' | 'drafts' | 'groups'>

/** What one round came to; `isUnfinished`: it was told to stop with something left. */
export interface KeptUp {
  calls: number
  isUnfinished: boolean
}

/**
 * Gathers facts and proposes groups of whatever has come into the logs since, so that nobody who opens the desk waits
 * for it: a first grouping of a million opinions is fifty calls. Each call keeps what it has done, so a round may be cut
 * anywhere, done twice or by two at once; what is left is seen from the heads, not remembered. `isStopping` is asked
 * between two calls, a few seconds' work each.
 */
export async function keepUp(
  deps: KeepUpDeps,
  memory: GroupMemory,
  isStopping: () => boolean,
): Promise<KeptUp> {
  const round = { calls: 0, isUnfinished: false }
  const all = await deps.consultations.list()
  for (const consultation of all.filter(({ status }) => status === 'announced' || status === 'answered')) {
    for (const work of worksOf(deps, consultation, memory))
      await follow(deps, consultation.id, work, round, isStopping)
    // Held for as long as there is something to do: read back from its segments it is as good.
    memory.delete(consultation.id)
  }
  return round
}

interface Work {
  segments: LogSegments
  method: string
  goOn: () => Promise<unknown>
}

function worksOf(deps: KeepUpDeps, consultation: Consultation, memory: GroupMemory): Work[] {
  return [
    {
      segments: deps.facts,
      method: factsMethod(deps.settings.utcOffsetMinutes),
      goOn: () => followFacts(deps, consultation.id),
    },
    { segments: deps.groups, method: groupingMethod, goOn: () => followGroups(deps, consultation, memory) },
  ]
}

async function follow(
  deps: Pick<Deps, 'opinionLog'>,
  id: ConsultationId,
  { segments, method, goOn }: Work,
  round: KeptUp,
  isStopping: () => boolean,
): Promise<void> {
  for (let before = -1; ;) {
    const [head, { size: logged }] = await Promise.all([segments.head(id), deps.opinionLog.head(id)])
    const known = head?.method === method ? head.size : 0
    // Without progress somebody else is at it; the next round sees what they came to.
    if (known >= logged || known === before) return
    if (isStopping()) {
      round.isUnfinished = true
      return
    }
    before = known
    await goOn()
    round.calls += 1
  }
}
