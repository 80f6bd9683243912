import type {
  ConsultationDetail,
  ConsultationSummary,
  ConsultationTallies,
  PublicBill,
} from '#contract/public-api.ts'
import type { Bill } from '#core/bill.ts'
import { consultationState, type Consultation } from '#core/consultation.ts'
import type { BillId, ConsultationId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { submissionGround } from './submission-ground.ts'

const publicStatuses: readonly Consultation['status'][] = ['announced', 'answered']

function isPublic(consultation: Consultation): boolean {
  return publicStatuses.includes(consultation.status)
}

/** A public consultation as lists show it at `now`. */
export function summaryOf(consultation: Consultation, bill: Bill, now: Instant): ConsultationSummary {
  const { id, opensAt, closesAt } = consultation
  const state = consultationState(consultation, now)
  if (state === 'prepared' || state === 'withdrawn')
    throw new PortalError('not-found', { kind: 'consultation' })
  return { id, state, opensAt, closesAt, bill: { id: bill.id, title: bill.title } }
}

/** Every consultation the public may see, those closing last first. */
export async function listPublicConsultations(
  deps: Pick<Deps, 'bills' | 'consultations'>,
  now: Instant,
): Promise<ConsultationSummary[]> {
  const [bills, consultations] = await Promise.all([deps.bills.list(), deps.consultations.list()])
  const byId = new Map(bills.map((bill) => [bill.id, bill]))
  const listed = consultations.filter(isPublic).flatMap((consultation) => {
    const bill = byId.get(consultation.billId)
    return bill === undefined ? [] : [summaryOf(consultation, bill, now)]
  })
  return listed.sort((a, b) => (a.closesAt < b.closesAt ? 1 : -1))
}

/** One consultation with the draft it is about and the counts of its log; `not-found` when it is not public. */
export async function readPublicConsultation(
  deps: Pick<Deps, 'bills' | 'consultations' | 'drafts' | 'opinionLog'>,
  id: ConsultationId,
  now: Instant,
): Promise<ConsultationDetail> {
  const { consultation, provisions } = await submissionGround(deps, id)
  const [bill, meta, head] = await Promise.all([
    deps.bills.get(consultation.billId),
    deps.drafts.get(consultation.draftId),
    deps.opinionLog.head(id),
  ])
  const { noticeVersion, categories, guidingQuestions, answerExpectedOn } = consultation
  return {
    ...summaryOf(consultation, bill, now),
    noticeVersion,
    categories,
    guidingQuestions,
    answerExpectedOn,
    draft: { id: meta.id, stage: meta.stage, provisions },
    tallies: head.tallies,
  }
}

/** State and counts of a public consultation without its text; `not-found` when it is not public. */
export async function readPublicTallies(
  deps: Pick<Deps, 'bills' | 'consultations' | 'opinionLog'>,
  id: ConsultationId,
  now: Instant,
): Promise<ConsultationTallies> {
  const consultation = await deps.consultations.get(id)
  const [bill, head] = await Promise.all([deps.bills.get(consultation.billId), deps.opinionLog.head(id)])
  return { ...summaryOf(consultation, bill, now), tallies: head.tallies }
}

async function publicBill(
  deps: Pick<Deps, 'drafts'>,
  bill: Bill,
  consultations: readonly Consultation[],
  now: Instant,
): Promise<PublicBill> {
  const open = consultations.filter((held) => held.billId === bill.id && isPublic(held))
  const drafts = (await deps.drafts.listOf(bill.id)).filter(
    (draft) => draft.publishedAt !== undefined || open.some(({ draftId }) => draftId === draft.id),
  )
  return {
    id: bill.id,
    title: bill.title,
    summary: bill.summary,
    drafts: drafts.map(({ id, stage, title, datedOn }) => ({ id, stage, title, datedOn })),
    consultations: open.map((consultation) => summaryOf(consultation, bill, now)),
  }
}

/** Bills with something the public may see: a published draft or a public consultation. */
export async function listPublicBills(
  deps: Pick<Deps, 'bills' | 'consultations' | 'drafts'>,
  now: Instant,
): Promise<PublicBill[]> {
  const [bills, consultations] = await Promise.all([deps.bills.list(), deps.consultations.list()])
  const read = await Promise.all(bills.map((bill) => publicBill(deps, bill, consultations, now)))
  return read.filter((bill) => bill.drafts.length + bill.consultations.length > 0)
}

/** One bill; `not-found` while nothing of it is public. */
export async function readPublicBill(
  deps: Pick<Deps, 'bills' | 'consultations' | 'drafts'>,
  id: BillId,
  now: Instant,
): Promise<PublicBill> {
  const [bill, consultations] = await Promise.all([deps.bills.get(id), deps.consultations.list()])
  const read = await publicBill(deps, bill, consultations, now)
  if (read.drafts.length + read.consultations.length === 0)
    throw new PortalError('not-found', { kind: 'bill' })
  return read
}
