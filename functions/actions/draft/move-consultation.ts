import type { Extension } from '#contract/office-api.ts'
import { type Consultation, type ConsultationTransition, requireTransition } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { type Permission, requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type CauseGapDeps, requireCauses } from './release-gaps.ts'
import { writeAudit } from '../write-audit.ts'

type MoveDeps = Pick<Deps, 'consultations' | 'audit'>

/**
 * Makes a prepared consultation public and releases the draft it asks about (R8). A window that has passed already
 * cannot be announced. Refuses `not-permitted`, `not-found`, `transition-refused`, `changed-meanwhile`, and
 * `causes-missing` when it is a later draft with changes nobody has named a cause for (R6).
 */
export async function announceConsultation(
  deps: MoveDeps & CauseGapDeps,
  member: Member,
  id: ConsultationId,
  readRev: number,
  now: Instant,
): Promise<Consultation> {
  const held = await readToMove(deps, member, { id, readRev, permission: 'consultation.publish' })
  requireTransition('announce', held, now)
  if (held.closesAt <= now)
    throw new PortalError('invalid-fields', { fields: [{ field: 'closesAt', code: 'in-the-past' }] })
  const draft = await deps.drafts.get(held.draftId)
  await requireCauses(deps, member, [draft])
  if (draft.publishedAt === undefined) await deps.drafts.put({ ...draft, publishedAt: now }, draft.rev)
  return move(deps, member, 'announce', { ...held, status: 'announced', announcedAt: now }, now)
}

/** Moves the deadline later, on record with its reason (R13). Refuses what `announce` does, and an earlier deadline. */
export async function extendConsultation(
  deps: MoveDeps,
  member: Member,
  id: ConsultationId,
  input: Extension,
  readRev: number,
  now: Instant,
): Promise<Consultation> {
  const { closesAt, reason } = input
  const held = await readToMove(deps, member, { id, readRev, permission: 'consultation.write' })
  requireTransition('extend', held, now)
  if (closesAt <= held.closesAt)
    throw new PortalError('invalid-fields', { fields: [{ field: 'closesAt', code: 'not-later' }] })
  const extensions = [...held.extensions, { from: held.closesAt, to: closesAt, reason, at: now }]
  return move(deps, member, 'extend', { ...held, closesAt, extensions }, now)
}

/** Takes a public consultation back; what was received stays in its log. Refuses what `announce` does. */
export async function withdrawConsultation(
  deps: MoveDeps,
  member: Member,
  id: ConsultationId,
  readRev: number,
  now: Instant,
): Promise<Consultation> {
  const held = await readToMove(deps, member, { id, readRev, permission: 'consultation.publish' })
  requireTransition('withdraw', held, now)
  return move(deps, member, 'withdraw', { ...held, status: 'withdrawn' }, now)
}

async function readToMove(
  deps: MoveDeps,
  member: Member,
  asked: { id: ConsultationId; readRev: number; permission: Permission },
): Promise<Consultation> {
  requirePermission(member, asked.permission)
  const held = await deps.consultations.get(asked.id)
  if (held.rev !== asked.readRev) throw new PortalError('changed-meanwhile', { rev: held.rev })
  return held
}

async function move(
  deps: MoveDeps,
  member: Member,
  transition: ConsultationTransition,
  next: Consultation,
  now: Instant,
): Promise<Consultation> {
  const stored = await deps.consultations.transition(transition, next, now)
  const facts = { draftId: next.draftId, closesAt: next.closesAt }
  await writeAudit(deps, member, { action: `consultation.${transition}`, subject: next.id, facts }, now)
  return stored
}
