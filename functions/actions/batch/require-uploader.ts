import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import { legislatureShelf } from '#core/collecting/upload-shelf.ts'

/**
 * Whose uploads a member works on: a contact point's people their own and no other's; legislative staff those of the
 * contact point they name, or the legislature's own. Throws `not-permitted`.
 */
export function requireUploader(member: Member, asked?: ContactPointId): ContactPointId {
  requirePermission(member, 'batch.upload')
  if (member.role === 'legislator') return asked ?? legislatureShelf
  if (member.contactPointId === undefined)
    throw new PortalError('not-permitted', { permission: 'batch.upload', role: member.role })
  if (asked !== undefined) requireOwnContactPoint(member, asked)
  return member.contactPointId
}
