import type { MemberInput, MemberList } from '#contract/office-api.ts'
import type { MemberId } from '#core/ids.ts'
import { isBoundToPoint, type Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/** Everybody of the staff. Refuses `not-permitted`. */
export async function listMembers(deps: Pick<Deps, 'members'>, member: Member): Promise<MemberList> {
  requirePermission(member, 'member.read')
  return { members: await deps.members.list() }
}

/**
 * Grants, changes or ends a membership. A liaison or collector belongs to a contact point, nobody else does; nobody
 * changes their own role or ends their own membership, so that an administrator always remains.
 * Refuses `not-permitted`, `invalid-fields`, `not-found` (the contact point), `already-exists` (the subject),
 * `changed-meanwhile`.
 */
export async function putMember(
  deps: Pick<Deps, 'members' | 'contactPoints' | 'audit'>,
  member: Member,
  id: MemberId,
  input: MemberInput,
  readRev: number,
  now: Instant,
): Promise<Member> {
  requirePermission(member, 'member.write')
  requireFields(member, id, input)
  if (input.contactPointId !== undefined) {
    const { stations } = await deps.contactPoints.get(input.contactPointId)
    if (input.stationId !== undefined && !stations.some(({ id: station }) => station === input.stationId))
      throw new PortalError('invalid-fields', { fields: [{ field: 'stationId', code: 'unknown-choice' }] })
  }
  const holder = await deps.members.findBySubject(input.subject)
  if (holder !== undefined && holder.id !== id) throw new PortalError('already-exists', { field: 'subject' })
  const stored = await deps.members.put({ ...input, id, rev: readRev }, readRev)
  const facts = { role: input.role, active: input.active }
  await writeAudit(deps, member, { action: 'member.put', subject: id, facts }, now)
  return stored
}

function requireFields(member: Member, id: MemberId, input: MemberInput): void {
  const needsPoint = isBoundToPoint(input.role)
  const fields: { field: string; code: string }[] = []
  if (needsPoint && input.contactPointId === undefined)
    fields.push({ field: 'contactPointId', code: 'required' })
  if (!needsPoint && input.contactPointId !== undefined)
    fields.push({ field: 'contactPointId', code: 'unknown-choice' })
  if (input.role !== 'collector' && input.stationId !== undefined)
    fields.push({ field: 'stationId', code: 'unknown-choice' })
  if (id === member.id && (!input.active || input.role !== member.role))
    fields.push({ field: input.active ? 'role' : 'active', code: 'own-membership' })
  if (fields.length > 0) throw new PortalError('invalid-fields', { fields })
}
