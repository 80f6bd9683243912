import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'

/** The contact point a member collects for: their own. Throws `not-permitted` for everybody who has none. */
export function requireCollector(member: Member): ContactPointId {
  requirePermission(member, 'opinion.collect')
  if (member.contactPointId === undefined)
    throw new PortalError('not-permitted', { permission: 'opinion.collect', role: member.role })
  return member.contactPointId
}
