import type { AuditList } from '#contract/office-api.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'

const shownEvents = 500

/** The newest 500 things the staff did, newest first, with their names. Refuses `not-permitted`. */
export async function readAudit(deps: Pick<Deps, 'audit' | 'members'>, member: Member): Promise<AuditList> {
  requirePermission(member, 'audit.read')
  const [events, members] = await Promise.all([deps.audit.list(shownEvents), deps.members.list()])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return { events: events.map((event) => ({ ...event, memberName: names.get(event.memberId) ?? '' })) }
}
