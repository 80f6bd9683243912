import * as z from 'zod'
import {
  AttachmentId,
  CollectingSessionId,
  ConsultationId,
  ContactPointId,
  DeviceId,
  MemberId,
  StationId,
} from '../ids.ts'
import { channels } from '../opinion.ts'
import { CalendarDate, Instant } from '../time.ts'

/** One occasion on which opinions are collected: a forum, a home visit, a letterbox emptied, a morning at the hotline. */
export const CollectingSession = z.strictObject({
  /** Made on the device and never changed. */
  id: CollectingSessionId,
  consultationId: ConsultationId,
  stationId: StationId.optional(),
  channel: z.enum(channels),
  place: z.string().max(120),
  heldOn: CalendarDate,
  /** Everybody who took part, whether or not they said something. */
  headcount: z.int().min(0).max(100_000),
  note: z.string().max(500).optional(),
  /** Photos of the sign-in sheet, recordings; they upload on their own. */
  attachments: z.array(AttachmentId).max(40),
})
export type CollectingSession = z.infer<typeof CollectingSession>

/** Who sent a session, from which device and when: by the device's clock at sending, and by ours at receiving. */
const Sending = z.strictObject({
  deviceId: DeviceId,
  recordedBy: MemberId,
  sentAt: Instant,
  receivedAt: Instant,
})

/** A session as it stands, and what it said before (the newest ten, oldest first). */
export const HeldSession = z.strictObject({
  contactPointId: ContactPointId,
  session: CollectingSession,
  sending: Sending,
  earlier: z.array(z.strictObject({ session: CollectingSession, sending: Sending })),
  rev: z.int(),
})
export type HeldSession = z.infer<typeof HeldSession>

/** How many earlier revisions of a session are kept. */
const keptRevisions = 10

/** A request that was on its way for so long may still arrive behind a newer one of the same device. */
const longestWayMs = 15 * 60_000

/**
 * What becomes of a session that arrives again: `repeated` changes nothing, `revised` is the next revision. The newest
 * of the device wins: what was sent earlier and only arrives later does not undo it. A device's clock may have been put
 * right in between, so "earlier" is believed only as far as a request can have been on its way.
 */
export function reviseSession(
  held: HeldSession,
  next: Pick<HeldSession, 'session' | 'sending'>,
): { verdict: 'repeated' } | { verdict: 'revised'; revised: HeldSession } {
  const isSame = JSON.stringify(ordered(held.session)) === JSON.stringify(ordered(next.session))
  const behindMs = Date.parse(held.sending.sentAt) - Date.parse(next.sending.sentAt)
  const isOvertaken =
    held.sending.deviceId === next.sending.deviceId && behindMs > 0 && behindMs < longestWayMs
  if (isSame || isOvertaken) return { verdict: 'repeated' }
  const earlier = [...held.earlier, { session: held.session, sending: held.sending }].slice(-keptRevisions)
  return { verdict: 'revised', revised: { ...held, ...next, earlier } }
}

function ordered(session: CollectingSession): [string, unknown][] {
  return Object.entries(session)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** How many sessions were held and how many came to them; `undefined` while none is on record. */
export function sumSessions(
  sessions: readonly Pick<HeldSession, 'session'>[],
): { held: number; headcount: number } | undefined {
  if (sessions.length === 0) return undefined
  const headcount = sessions.reduce((sum, { session }) => sum + session.headcount, 0)
  return { held: sessions.length, headcount }
}
