import type { Decision } from '#core/deciding/decision.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'

/** Every decision of a small consultation by opinion. */
export async function allDecisions(
  { decisions }: Pick<Deps, 'decisions'>,
  consultationId: ConsultationId,
): Promise<Map<OpinionId, Decision>> {
  const all = new Map<OpinionId, Decision>()
  for await (const page of decisions.pages(consultationId))
    for (const decision of page) all.set(decision.opinionId, decision)
  return all
}
