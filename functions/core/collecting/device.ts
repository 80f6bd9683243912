import * as z from 'zod'
import { ContactPointId, DeviceId, MemberId } from '../ids.ts'
import { Instant } from '../time.ts'

/** A laptop or phone that collects for one contact point. */
export const Device = z.strictObject({
  id: DeviceId,
  name: z.string(),
  contactPointId: ContactPointId,
  enrolledBy: MemberId,
  enrolledAt: Instant,
  /** Lost or retired: what it sends later is set aside, never dropped. */
  revokedAt: Instant.optional(),
  lastSeenAt: Instant.optional(),
  /** base64 SPKI of its P-256 key. */
  publicKey: z.string(),
  rev: z.int(),
})
export type Device = z.infer<typeof Device>
