import * as z from 'zod'
import { ContactPointId, MemberId, StationId } from './ids.ts'

/** What a member of the staff may be. One role a person; membership is granted by an administrator. */
export const roles = ['legislator', 'liaison', 'collector', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Whether people of this role work for one contact point and see nothing of another's. */
export function isBoundToPoint(role: Role): boolean {
  return role === 'liaison' || role === 'collector'
}

/** A person of the staff. `subject` is the identity provider's; roles live here, not there. */
export const Member = z.strictObject({
  id: MemberId,
  subject: z.string().min(1).max(200),
  name: z.string().min(1).max(40),
  role: z.enum(roles),
  /** A liaison's or collector's own contact point; the only one whose raw opinions they see. */
  contactPointId: ContactPointId.optional(),
  /** The station of that contact point a collector works at, when they have one. */
  stationId: StationId.optional(),
  active: z.boolean(),
  rev: z.int(),
})
export type Member = z.infer<typeof Member>
