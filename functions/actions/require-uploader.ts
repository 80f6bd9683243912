import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'

/** The contact point a member uploads for: their own. Throws `not-permitted` for everybody who has none. */
export function requireUploader(member: Member): ContactPointId {
  requirePermission(member, 'batch.upload')
  if (member.contactPointId === undefined)
    throw new PortalError('not-permitted', { permission: 'batch.upload', role: member.role })
  return member.contactPointId
}
