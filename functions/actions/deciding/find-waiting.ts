import { limits } from '#contract/limits.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import { OpinionIdLookup } from '#core/log/opinion-id-lookup.ts'
import type { Deps } from '#core/ports.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'

/** So many are looked at one by one; a sequencer further behind than this is behind in any case. */
const mostLookedAt = 500

/**
 * How many opinions acknowledged for a consultation before this was called are not in its log yet. The inbox is gone
 * through against the log as it is known by then, and only what is not found is held and sought again afterwards.
 */
export async function countWaiting(
  deps: FactDeps & Pick<Deps, 'inbox'>,
  id: ConsultationId,
): Promise<number> {
  const before = new OpinionIdLookup((await catchUpFacts(deps, id)).ids)
  const strangers: OpinionId[] = []
  for await (const page of deps.inbox.idPages(id))
    strangers.push(...page.filter((opinionId) => before.placeOf(opinionId) === undefined))
  if (strangers.length === 0) return 0
  const { ids } = await catchUpFacts(deps, id)
  const found = ids.placesOf(strangers)
  const missing = strangers.filter((opinionId) => !found.has(opinionId))
  // An opinion on something else whose words happen to spell this consultation's id is none of its own.
  const looked = await eachInFlight(missing.slice(0, mostLookedAt), limits.maxPutsInFlight, (opinionId) =>
    deps.inbox.find(opinionId),
  )
  const waiting = looked.filter((record) => record?.content.consultationId === id).length
  return waiting + Math.max(0, missing.length - mostLookedAt)
}
