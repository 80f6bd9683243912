import { limits } from '#contract/limits.ts'
import { DecisionInput } from '#contract/office-api.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import { ConsultationId, DraftId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { decideOpinion } from '../../functions/actions/deciding/decide-opinion.ts'
import { publishBulletin } from '../../functions/actions/bulletin/publish-bulletin.ts'
import type { Demo, DemoConsultation, DemoDecision } from './demo/demo-type.ts'
import type { SeedDays } from './seed-days.ts'
import { demoReceiptCode } from './seed-opinions.ts'
import { unlessDone } from './unless-done.ts'

/** Decides what the demo has decided. The log must hold every opinion by now. */
export async function seedDecisions(
  deps: Deps,
  demo: Demo,
  legislator: Member,
  days: SeedDays,
): Promise<void> {
  for (const consultation of demo.consultations)
    await decideOpinionsOf(deps, demo, consultation, legislator, days)
}

/** Publishes the demo's bulletins; the drafts they point into are released by now. */
export async function seedBulletins(
  deps: Deps,
  demo: Demo,
  legislator: Member,
  days: SeedDays,
): Promise<void> {
  for (const { id: slug, answeredDaysAgo } of demo.consultations) {
    const id = ConsultationId.parse(slug)
    const { status } = await deps.consultations.get(id)
    if (answeredDaysAgo === undefined || status === 'answered') continue
    await publishBulletin(deps, legislator, id, {}, days.at(-answeredDaysAgo))
  }
}

async function decideOpinionsOf(
  deps: Deps,
  demo: Demo,
  consultation: DemoConsultation,
  legislator: Member,
  days: SeedDays,
): Promise<void> {
  const id = ConsultationId.parse(consultation.id)
  const decided = demo.opinions.flatMap(({ consultationId, decision }, place) =>
    consultationId === consultation.id && decision !== undefined ? [{ decision, place }] : [],
  )
  const at = days.at(-(consultation.answeredDaysAgo ?? 0) - 1)
  await eachInFlight(decided, limits.maxPutsInFlight, async ({ decision, place }) => {
    const opinionId = opinionIdOf(demoReceiptCode(deps.keys, place))
    const input = DecisionInput.parse(await inputOf(deps, decision))
    await unlessDone(decideOpinion(deps, legislator, id, opinionId, input, 0, at))
  })
}

async function inputOf(deps: Pick<Deps, 'drafts'>, { outcome, reason, resulting }: DemoDecision) {
  if (resulting === undefined) return { outcome, reason }
  const draftId = DraftId.parse(resulting.draftId)
  const { provisions } = await deps.drafts.text(draftId)
  const provision = findProvision(provisions, resulting.citation)
  if (provision === undefined)
    throw new Error(`the demo cites ${resulting.citation}, which ${draftId} has not`)
  return { outcome, reason, resulting: { draftId, provisionId: provision.id, quote: resulting.quote } }
}
