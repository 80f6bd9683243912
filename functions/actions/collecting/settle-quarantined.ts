import type { OpinionAnswer, QuarantineSettlement, SettleQuarantined } from '#contract/collect-api.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { QuarantinedOpinion } from '#core/collecting/quarantine.ts'
import type { Instant } from '#core/time.ts'
import { CollectGrounds } from './collect-ground.ts'
import { nameQuarantined, type NamingDeps } from './list-quarantine.ts'
import { quarantineSubjects } from './quarantine-subjects.ts'
import type { Sending } from './sending.ts'
import { takeIn, type StoreDeps } from './store-collected.ts'
import { storeSession } from './store-sessions.ts'
import { writeAudit } from '../write-audit.ts'

type SettleDeps = StoreDeps & NamingDeps & Pick<Deps, 'collectingSessions' | 'audit'>

/**
 * Decides about an opinion that was set aside. Taking it in goes through the one door, under the times it had: when it
 * was collected, and when it first reached us (R14). One that the rules refuse, or whose code holds another opinion,
 * stays set aside with the answer why. The same decision again is a repeat.
 *
 * Refuses `not-permitted`, `not-found`, `changed-meanwhile` (somebody decided otherwise).
 */
export async function settleQuarantined(
  deps: SettleDeps,
  member: Member,
  id: string,
  input: SettleQuarantined,
  now: Instant,
): Promise<QuarantineSettlement> {
  requirePermission(member, 'quarantine.settle')
  const item = await findItem(deps, member, id)
  if (item.settled !== undefined && item.settled.decision !== input.decision)
    throw new PortalError('changed-meanwhile', { rev: item.rev })
  const answer = input.decision === 'take' ? await takeItem(deps, item) : undefined
  const isDone = answer === undefined || answer.verdict === 'stored' || answer.verdict === 'repeated'
  const settled = { ...input, by: member.id, at: now }
  const stands =
    item.settled === undefined && isDone ? await deps.quarantine.put({ ...item, settled }, item.rev) : item
  const facts = { contactPointId: item.contactPointId, taken: answer !== undefined && isDone }
  await writeAudit(deps, member, { action: 'quarantine.settle', subject: item.opinionId, facts }, now)
  return {
    item: await nameQuarantined(deps, member, stands, await quarantineSubjects(deps)),
    ...(answer && { answer }),
  }
}

/** A liaison decides for the own contact point, an administrator for all. */
async function findItem(
  deps: Pick<Deps, 'quarantine'>,
  member: Member,
  id: string,
): Promise<QuarantinedOpinion> {
  const { role, contactPointId } = member
  const own = role === 'admin' ? undefined : contactPointId
  const found =
    own === undefined
      ? (await deps.quarantine.list()).find((item) => item.id === id)
      : await deps.quarantine.find(own, id)
  if (found === undefined) throw new PortalError('not-found', { kind: 'quarantine' })
  return found
}

async function takeItem(deps: SettleDeps, item: QuarantinedOpinion): Promise<OpinionAnswer> {
  const { contactPointId, recordedBy, deviceId, sentAt, receivedAt, carried, session } = item
  const sending: Sending = { contactPointId, recordedBy, deviceId, sentAt, receivedAt, carried }
  const grounds = new CollectGrounds(deps)
  const answer = await takeIn(deps, { sending, grounds }, item.opinionId, item.opinion)
  const isIn = answer.verdict === 'stored' || answer.verdict === 'repeated'
  if (!isIn || session === undefined) return answer
  // A session that stands was not set aside: what a lost device says of it later does not revise it.
  const held = await deps.collectingSessions.find(contactPointId, session.consultationId, session.id)
  if (held === undefined) await storeSession(deps, sending, session)
  return answer
}
