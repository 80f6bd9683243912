import { limits } from '#contract/limits.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'

/** More than these are quicker found by going through all of them, a page at a time. */
const mostSingly = 2000

/** The decisions on some opinions; of a million others none is held. */
export async function readDecisions(
  deps: Pick<Deps, 'decisions'>,
  id: ConsultationId,
  opinionIds: ReadonlySet<OpinionId>,
): Promise<Map<OpinionId, Decision>> {
  const found = new Map<OpinionId, Decision>()
  const take = (decisions: readonly (Decision | undefined)[]) => {
    for (const decision of decisions)
      if (decision !== undefined && opinionIds.has(decision.opinionId))
        found.set(decision.opinionId, decision)
  }
  if (opinionIds.size <= mostSingly)
    take(
      await eachInFlight([...opinionIds], limits.maxPutsInFlight, (opinionId) =>
        deps.decisions.find(id, opinionId),
      ),
    )
  else for await (const page of deps.decisions.pages(id)) take(page)
  return found
}
