import { limits } from '#contract/limits.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import { ConsultationId, ContactPointId, StationId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { Deps } from '#core/ports.ts'
import type { Provision } from '#core/draft/provision.ts'
import { receiptCode, receiptCodeBytes, type ReceiptCode } from '#core/collecting/receipt.ts'
import { acceptOpinion, type OpinionArrival } from '../../functions/actions/intake/accept-opinion.ts'
import type { Demo, DemoOpinion } from './demo/demo-type.ts'
import type { SeedDays } from './seed-days.ts'

/**
 * The receipt code of the demo's n-th opinion: secret like any other, the same again after a crash, so that
 * seeding twice is a repeat of the same opinions (R1).
 */
export function demoReceiptCode(keys: Pick<Deps['keys'], 'hmac'>, place: number): ReceiptCode {
  return receiptCode(keys.hmac(`kaimen demo opinion ${place}`).subarray(0, receiptCodeBytes))
}

/** Puts the demo's opinions in by the one door, with the times at which they would have come. */
export async function seedOpinions(deps: Deps, demo: Demo, days: SeedDays): Promise<void> {
  const texts = new Map<string, Provision[]>()
  for (const { id } of demo.consultations) {
    const { draftId } = await deps.consultations.get(ConsultationId.parse(id))
    texts.set(id, (await deps.drafts.text(draftId)).provisions)
  }
  await eachInFlight(demo.opinions, limits.maxPutsInFlight, async (opinion, place) => {
    const code = demoReceiptCode(deps.keys, place)
    const arrival = await arrivalOf(deps, demo, opinion, code, texts.get(opinion.consultationId) ?? [], days)
    const { verdict } = await acceptOpinion(deps, arrival, days.at(-opinion.receivedDaysAgo))
    if (verdict === 'conflict')
      throw new Error(`the demo's opinion ${place + 1} is not what was seeded before`)
  })
}

async function arrivalOf(
  deps: Deps,
  demo: Demo,
  opinion: DemoOpinion,
  code: ReceiptCode,
  provisions: Provision[],
  days: SeedDays,
): Promise<OpinionArrival> {
  const { contactPointId, stationId, recorderName, collectedDaysAgo, channel } = opinion
  const consultation = await deps.consultations.get(ConsultationId.parse(opinion.consultationId))
  const recorder = demo.members.find((member) => contactPointId && member.contactPointId === contactPointId)
  const member = recorder && (await deps.members.findBySubject(recorder.subject))
  const texts = [opinion.verbatim, opinion.drafted, opinion.proposedText, opinion.reason]
  const personal = texts.some((text) => text && maskPersonalData(text).found.length > 0)
  return {
    code,
    content: contentOf(opinion, consultation, provisions),
    channel,
    noticeVersion: consultation.noticeVersion,
    ...(contactPointId && { contactPointId: ContactPointId.parse(contactPointId) }),
    ...(stationId && { stationId: StationId.parse(stationId) }),
    ...(member && { recordedBy: member.id }),
    ...(recorderName && { recorderName }),
    ...(collectedDaysAgo !== undefined && { collectedOn: days.on(-collectedDaysAgo) }),
    flags: personal ? ['personal-data'] : [],
    wantsAnswer: false,
  }
}

function contentOf(
  opinion: DemoOpinion,
  { id, draftId }: { id: ConsultationId; draftId: OpinionArrival['content']['draftId'] },
  provisions: Provision[],
): OpinionArrival['content'] {
  const { citation, quote, changeType, verbatim, drafted, proposedText, reason, proponent } = opinion
  const provision = citation === null ? undefined : findProvision(provisions, citation)
  if (citation !== null && provision === undefined)
    throw new Error(`the demo cites ${citation}, which ${draftId} has not`)
  return {
    consultationId: id,
    draftId,
    provisionId: provision?.id ?? null,
    ...(quote && { quote }),
    changeType,
    verbatim,
    ...(drafted && { drafted }),
    ...(proposedText && { proposedText }),
    ...(reason && { reason }),
    proponent,
  }
}
