import type { FeedbackQuery, FeedbackSlips } from '#contract/feedback-api.ts'
import { consultationState } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { CalendarDate, type Instant } from '#core/time.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import { feedbackOccasions } from './feedback-occasions.ts'
import type { FactDeps } from '../log/follow-facts.ts'
import { readSlipPart } from './read-slip-part.ts'
import { requireCollector } from '../collecting/require-collector.ts'

type FeedbackDeps = FactDeps &
  Pick<
    Deps,
    | 'consultations'
    | 'bills'
    | 'drafts'
    | 'contactPoints'
    | 'bulletins'
    | 'publishedAnswers'
    | 'batches'
    | 'collectingSessions'
  >

/**
 * The feedback slips 反馈单 of the member's own contact point, by occasion: all occasions with their counts, and one part
 * of the slips, at most `limits.maxSlipsPerPart`. What they say is what the newest published bulletin says, never what
 * the desk holds today; before it there are occasions and counts, and no slips. Occasions come from the facts and slips
 * from the edition: no text of the log is read. Refuses `not-permitted`, `not-found`.
 */
export async function listFeedbackSlips(
  deps: FeedbackDeps,
  member: Member,
  id: ConsultationId,
  query: FeedbackQuery,
  now: Instant,
): Promise<FeedbackSlips> {
  requirePermission(member, 'opinion.readOwn')
  const contactPointId = requireCollector(member)
  const consultation = await deps.consultations.get(id)
  const facts = await catchUpFacts(deps, id)
  const [bill, point, outcomes, sessions, batches] = await Promise.all([
    deps.bills.get(consultation.billId),
    deps.contactPoints.get(contactPointId),
    deps.bulletins.outcomesOf(id, facts.ids),
    deps.collectingSessions.listOf(contactPointId, id),
    deps.batches.listOf(contactPointId, id),
  ])
  const occasions = feedbackOccasions(facts, outcomes, { point, sessions, batches })
  const { bulletin, part, slips } = await readSlipPart(deps, { consultation, facts, occasions }, query)
  const groups = occasions.filter(({ told }) => told.opinions > 0)
  const sum = (of: 'opinions' | 'answered') => groups.reduce((total, { told }) => total + told[of], 0)
  const [opinions, answered] = [sum('opinions'), sum('answered')]
  return {
    consultationId: id,
    state: consultationState(consultation, now),
    bill: { id: bill.id, title: bill.title },
    contactPoint: { id: point.id, name: point.name, address: point.address, phone: point.phone },
    answerExpectedOn: CalendarDate.parse(consultation.answerExpectedOn),
    ...(bulletin && { bulletin }),
    opinions,
    answered,
    waiting: opinions - answered,
    groups: groups.map(({ told }) => ({ ...told, slips: slips.get(told.key) ?? [] })),
    part,
  }
}
