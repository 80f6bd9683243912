import type { CollectKit, CollectingSession } from '#contract/collect-api.ts'
import type { Channel } from '#core/opinion.ts'
import { calendarDate, type CalendarDate, type Instant } from '#core/time.ts'
import type { StoredOpinion, TaskOnDevice } from '../engine/collector.ts'
import { stickyContext } from './sticky-context.ts'
import { untouchedStance } from './stance.ts'

/** Shown as big buttons; the others are behind 别的来源. */
export const mainKinds = ['forum', 'visit', 'letterbox', 'hotline'] as const satisfies readonly Channel[]
export const moreKinds = [
  'letter',
  'deputy',
  'cppcc',
  'suggestionOffice',
  'survey',
] as const satisfies readonly Channel[]

/** A session of today, of the kind most are. `id` is made by the device's randomness. */
export function newSession(
  id: string,
  consultationId: string,
  now: Instant,
  offsetMinutes: number,
): CollectingSession {
  return {
    id: id as CollectingSession['id'],
    consultationId: consultationId as CollectingSession['consultationId'],
    channel: 'forum',
    place: '',
    heldOn: calendarDate(now, offsetMinutes),
    headcount: 0,
    attachments: [],
  }
}

/**
 * What the next opinion of a session starts with. Written down on a later day than it was heard, it keeps the day it
 * was heard (R14): noon of it, since nobody noted the hour.
 */
export function startOfOpinion(
  task: Pick<TaskOnDevice, 'consultationId' | 'draft'>,
  session: CollectingSession,
  contactPoint: CollectKit['contactPoint'],
  before: StoredOpinion['content'] | undefined,
  clock: { today: CalendarDate; offsetMinutes: number },
) {
  const station = contactPoint.stations.find(({ id }) => id === session.stationId)
  return {
    provisionId: null,
    verbatim: '',
    changeType: untouchedStance,
    noticeVersion: '',
    proponent: { kind: 'person' as const, headcount: 1, area: station?.area ?? contactPoint.area },
    ...stickyContext(before),
    consultationId: task.consultationId,
    draftId: task.draft.id,
    sessionId: session.id,
    channel: session.channel,
    ...(session.stationId !== undefined && { stationId: session.stationId }),
    ...(session.heldOn < clock.today && { collectedAt: noonOf(session.heldOn, clock.offsetMinutes) }),
  }
}

function noonOf(day: CalendarDate, offsetMinutes: number): Instant {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) - offsetMinutes * 60_000).toISOString() as Instant
}
