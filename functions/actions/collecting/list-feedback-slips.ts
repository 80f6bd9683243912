import type { FeedbackGroup, FeedbackSlips } from '#contract/feedback-api.ts'
import { consultationState } from '#core/consultation.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { HeldSession } from '#core/collecting/collecting-session.ts'
import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Member } from '#core/member.ts'
import { ownOpinions } from '#core/log/own-opinions.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Batch } from '#core/batch/batch-ports.ts'
import type { Deps } from '#core/ports.ts'
import { CalendarDate, calendarDate, type Instant } from '#core/time.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'
import { makeFeedbackSlips, type SlipMaker } from './make-feedback-slips.ts'
import { requireCollector } from './require-collector.ts'

type FeedbackDeps = FactDeps &
  Pick<
    Deps,
    | 'consultations'
    | 'bills'
    | 'drafts'
    | 'contactPoints'
    | 'publishedAnswers'
    | 'batches'
    | 'collectingSessions'
  >

/** Where opinions of one contact point came from. */
interface Occasions {
  sessions: ReadonlyMap<string, HeldSession>
  batches: ReadonlyMap<string, Omit<Batch, 'rows'>>
  point: ContactPoint
  utcOffsetMinutes: number
}

/**
 * The feedback slips 反馈单 of the member's own contact point, by occasion. What they say is what the newest published
 * bulletin says, never what the desk holds today; before it there are occasions and counts, and no slips. Refuses
 * `not-permitted`, `not-found`.
 */
export async function listFeedbackSlips(
  deps: FeedbackDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<FeedbackSlips> {
  requirePermission(member, 'opinion.readOwn')
  const contactPointId = requireCollector(member)
  const consultation = await deps.consultations.get(id)
  const own = await readOwnCurrent(deps, id, contactPointId)
  const [bill, point, edition, sessions, batches] = await Promise.all([
    deps.bills.get(consultation.billId),
    deps.contactPoints.get(contactPointId),
    deps.publishedAnswers.answersTo(id, new Set(own.map(({ entry }) => entry.id))),
    deps.collectingSessions.listOf(contactPointId, id),
    deps.batches.listOf(contactPointId, id),
  ])
  const slips = await makeFeedbackSlips(deps, own, edition?.rows)
  const groups = groupByOccasion(own, slips, {
    sessions: new Map(sessions.map((held) => [held.session.id, held])),
    batches: new Map(batches.map((batch) => [batch.id, batch])),
    point,
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
  })
  const answered = groups.reduce((sum, group) => sum + group.slips.length, 0)
  return {
    consultationId: id,
    state: consultationState(consultation, now),
    bill: { id: bill.id, title: bill.title },
    contactPoint: { id: point.id, name: point.name, address: point.address, phone: point.phone },
    answerExpectedOn: CalendarDate.parse(consultation.answerExpectedOn),
    ...(edition && { bulletin: { edition: edition.edition, publishedAt: edition.publishedAt } }),
    opinions: own.length,
    answered,
    waiting: own.length - answered,
    groups,
  }
}

/** A contact point's current opinions, found by the facts: of the texts only its own are read. */
async function readOwnCurrent(
  deps: FactDeps,
  id: ConsultationId,
  contactPointId: ContactPointId,
): Promise<LoggedOpinion[]> {
  const facts = await catchUpFacts(deps, id)
  const { current } = ownOpinions(facts, contactPointId)
  const own: LoggedOpinion[] = []
  for await (const logged of deps.opinionLog.readAt(id, current)) own.push(logged)
  return own
}

/** The newest occasion first; slips in the order of the bulletin. */
function groupByOccasion(
  own: readonly LoggedOpinion[],
  slipOf: SlipMaker,
  occasions: Occasions,
): FeedbackGroup[] {
  const groups = new Map<string, FeedbackGroup>()
  for (const logged of own) {
    const named = occasionOf(logged, occasions)
    const group = groups.get(named.key) ?? { ...named, opinions: 0, slips: [] }
    const slip = slipOf(logged.entry.id)
    group.opinions += 1
    if (slip) group.slips.push(slip)
    if (named.heldOn > group.heldOn) group.heldOn = named.heldOn
    groups.set(named.key, group)
  }
  for (const group of groups.values()) group.slips.sort((a, b) => a.row - b.row)
  return [...groups.values()].sort((a, b) => (a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0))
}

function occasionOf(
  { entry, text }: LoggedOpinion,
  { sessions, batches, point, utcOffsetMinutes }: Occasions,
): Omit<FeedbackGroup, 'opinions' | 'slips'> {
  const day = text.collectedOn ?? calendarDate(entry.receivedAt, utcOffsetMinutes)
  const stationName = (id: string | undefined) => point.stations.find((station) => station.id === id)?.name
  const session = text.sessionId && sessions.get(text.sessionId)?.session
  if (session) {
    const station = stationName(session.stationId)
    return {
      kind: 'session',
      key: `session ${session.id}`,
      channel: session.channel,
      ...(session.place && { place: session.place }),
      ...(station && { station }),
      heldOn: session.heldOn,
      ...(session.headcount > 0 && { headcount: session.headcount }),
    }
  }
  const fileName = text.batchId && batches.get(text.batchId)?.fileName
  if (text.batchId && fileName !== undefined)
    return { kind: 'batch', key: `batch ${text.batchId}`, fileName, heldOn: day }
  const station = stationName(text.stationId)
  return {
    kind: 'day',
    key: `day ${day} ${entry.channel} ${text.stationId ?? ''}`,
    channel: entry.channel,
    ...(station && { station }),
    heldOn: day,
  }
}
