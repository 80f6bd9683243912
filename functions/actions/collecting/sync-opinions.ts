import type { OpinionAnswer, SyncAnswer, SyncEnvelope } from '#contract/collect-api.ts'
import { CollectingSession } from '#core/collecting/collecting-session.ts'
import type { Device } from '#core/collecting/device.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { CollectGrounds } from './collect-ground.ts'
import { requireCollector } from './require-collector.ts'
import type { Sending } from './sending.ts'
import { storeCollected, type StoreDeps } from './store-collected.ts'
import { storeSessions } from './store-sessions.ts'
import { writeAudit } from '../write-audit.ts'

export type IntakeDeps = StoreDeps & Pick<Deps, 'collectingSessions'>
type SyncDeps = IntakeDeps & Pick<Deps, 'devices' | 'audit'>

/** How often a device's last sign of life is written down. */
const seenEveryMs = 5 * 60_000

/**
 * Takes in what a device sends: sessions first, then up to a hundred opinions, an answer for each (R1, R14). What a
 * revoked device sends is set aside. Refuses `not-permitted`, `device-not-enrolled`; throws what the store throws when
 * it failed for every record.
 */
export async function syncOpinions(
  deps: SyncDeps,
  member: Member,
  request: SyncEnvelope,
  now: Instant,
): Promise<SyncAnswer> {
  const contactPointId = requireCollector(member)
  const device = await deps.devices.find(request.deviceId)
  if (device === undefined) throw new PortalError('device-not-enrolled', { reason: 'unknown' })
  if (device.contactPointId !== contactPointId)
    throw new PortalError('device-not-enrolled', { reason: 'other-contact-point' })
  const answer = await takeSending(deps, request, {
    contactPointId,
    recordedBy: member.id,
    deviceId: device.id,
    sentAt: request.sentAt,
    receivedAt: now,
    carried: false,
    ...(device.revokedAt && { setAside: 'device-revoked' }),
  })
  await noteSeen(deps, device, now)
  if (answer.opinions.length > 0) {
    const facts = { contactPointId, ...countVerdicts(answer.opinions) }
    await writeAudit(deps, member, { action: 'opinions.sync', subject: device.id, facts }, now)
  }
  return answer
}

/** Stores sessions, then opinions, of one sending. */
export async function takeSending(
  deps: IntakeDeps,
  request: Pick<SyncEnvelope, 'sessions' | 'opinions'>,
  sending: Sending,
): Promise<SyncAnswer> {
  const sessions = request.sessions.flatMap((raw) => CollectingSession.safeParse(raw).data ?? [])
  const stored = await storeSessions(deps, sending, request.sessions)
  const ground = { sending, grounds: new CollectGrounds(deps), sessions }
  const opinions = await storeCollected(deps, ground, request.opinions)
  return { receivedAt: sending.receivedAt, sessions: stored, opinions }
}

/** How many of each verdict, for the audit and for telemetry. */
export function countVerdicts(answers: readonly OpinionAnswer[]): Record<OpinionAnswer['verdict'], number> {
  const count = (verdict: OpinionAnswer['verdict']) =>
    answers.filter((answer) => answer.verdict === verdict).length
  return {
    stored: count('stored'),
    repeated: count('repeated'),
    conflict: count('conflict'),
    refused: count('refused'),
    quarantined: count('quarantined'),
  }
}

/** Best effort: that it was seen is worth no failed sending. */
async function noteSeen(deps: Pick<Deps, 'devices'>, device: Device, now: Instant): Promise<void> {
  const seenMs = Date.parse(device.lastSeenAt ?? device.enrolledAt)
  if (device.lastSeenAt !== undefined && Date.parse(now) - seenMs < seenEveryMs) return
  await deps.devices.put({ ...device, lastSeenAt: now }, device.rev).catch(() => undefined)
}
