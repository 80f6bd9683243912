import type { ContactPointId } from './ids.ts'
import type { Member, Role } from './member.ts'
import { PortalError } from './portal-error.ts'

/** Everything a member of the staff can be allowed to do. An intention missing here is refused to everybody. */
export const permissions = {
  'bill.read': ['legislator', 'liaison', 'collector', 'admin', 'auditor'],
  'bill.write': ['legislator'],
  'draft.import': ['legislator'],
  'lineage.correct': ['legislator'],
  'cause.write': ['legislator'],
  'consultation.read': ['legislator', 'liaison', 'collector', 'admin', 'auditor'],
  'consultation.write': ['legislator'],
  'consultation.publish': ['legislator'],
  'opinion.readAll': ['legislator', 'auditor'],
  'opinion.readOwn': ['liaison', 'collector'],
  'batch.upload': ['legislator', 'liaison', 'collector'],
  'decision.write': ['legislator'],
  'group.move': ['legislator'],
  'table.download': ['legislator'],
  'table.load': ['legislator'],
  'task.read': ['legislator', 'liaison', 'collector', 'auditor'],
  'contactPoint.read': ['legislator', 'liaison', 'collector', 'admin', 'auditor'],
  'contactPoint.write': ['admin'],
  'station.write': ['admin', 'liaison'],
  'opinion.revise': ['liaison', 'collector'],
  'report.read': ['legislator', 'liaison', 'collector', 'auditor'],
  'report.write': ['liaison'],
  'report.receive': ['legislator'],
  'rollUp.read': ['legislator', 'liaison', 'collector', 'admin', 'auditor'],
  'opinion.collect': ['liaison', 'collector'],
  'receipt.lookup': ['liaison', 'collector'],
  'device.read': ['liaison', 'collector', 'admin'],
  'device.invite': ['liaison'],
  'device.revoke': ['liaison', 'admin'],
  'carried.import': ['liaison', 'collector', 'admin'],
  'quarantine.settle': ['liaison', 'admin'],
  'attachment.read': ['liaison', 'collector', 'legislator'],
  'member.read': ['admin', 'auditor'],
  'member.write': ['admin'],
  'audit.read': ['auditor', 'admin'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

/** Whether a member may do something at all; an inactive member may do nothing. */
export function may(member: Member, permission: Permission): boolean {
  return member.active && (permissions[permission] as readonly Role[]).includes(member.role)
}

/** Throws `not-permitted` unless the member may. */
export function requirePermission(member: Member, permission: Permission): void {
  if (!may(member, permission)) throw new PortalError('not-permitted', { permission, role: member.role })
}

/**
 * Throws `not-permitted` unless the contact point is the member's own: no contact point sees another's
 * raw opinions or tasks (SECURITY promise 7). Legislators and auditors are not bound to one.
 */
export function requireOwnContactPoint(member: Member, contactPointId: ContactPointId): void {
  if (member.role === 'legislator' || member.role === 'auditor') return
  if (member.contactPointId !== contactPointId)
    throw new PortalError('not-permitted', { permission: 'other-contact-point', role: member.role })
}
