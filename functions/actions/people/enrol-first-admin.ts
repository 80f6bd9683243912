import { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/** The administrator every other membership comes from. */
export const firstAdminId = 'first-admin'

/**
 * Makes one person the administrator of a deployment that has no member yet: memberships are granted by members, so the
 * first is granted by whoever deployed. `subject` is what the identity provider calls them (`sub`). Refuses
 * `already-exists` once there is any member.
 */
export async function enrolFirstAdmin(
  deps: Pick<Deps, 'members' | 'audit'>,
  { subject, name }: Pick<Member, 'subject' | 'name'>,
  now: Instant,
): Promise<Member> {
  const member = Member.parse({ id: firstAdminId, subject, name, role: 'admin', active: true, rev: 0 })
  if ((await deps.members.list()).length > 0) throw new PortalError('already-exists', { field: 'member' })
  const stored = await deps.members.put(member, 0)
  const facts = { role: member.role, active: true }
  await writeAudit(deps, stored, { action: 'member.put', subject: stored.id, facts }, now)
  return stored
}
