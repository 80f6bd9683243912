import * as z from 'zod'
import { CollectedContent } from './collected-opinion.ts'
import { CollectingSession } from './collecting-session.ts'
import { ContactPointId, DeviceId, MemberId, OpinionId } from '../ids.ts'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../log/commitment.ts'
import { Instant } from '../time.ts'

/** Why something was set aside instead of being taken in. */
export const quarantineReasons = [
  'device-revoked',
  'device-unknown',
  'member-inactive',
  'member-unknown',
] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

/** An opinion set aside with its times as they were: a person decides whether it comes in. Never dropped (R14). */
export const QuarantinedOpinion = z.strictObject({
  id: z.string().length(22),
  contactPointId: ContactPointId,
  reason: z.enum(quarantineReasons),
  opinionId: OpinionId,
  opinion: CollectedContent,
  /** As the device described it in the same sending. */
  session: CollectingSession.optional(),
  deviceId: DeviceId,
  recordedBy: MemberId,
  /** A file that another person brought, and who. */
  carried: z.boolean(),
  carriedBy: MemberId.optional(),
  sentAt: Instant,
  /** When it first reached us: by this it is judged, however long it waits (R14). */
  receivedAt: Instant,
  settled: z
    .strictObject({
      decision: z.enum(['take', 'refuse']),
      by: MemberId,
      at: Instant,
      reason: z.string().max(300),
    })
    .optional(),
  rev: z.int(),
})
export type QuarantinedOpinion = z.infer<typeof QuarantinedOpinion>

/** The same record is the same item however often it comes; the same receipt code with other words is another. */
export function quarantineIdOf(opinionId: OpinionId, opinion: CollectedContent): string {
  return sha256(`kaimen quarantine v1\0${opinionId}\0${canonicalJson(opinion)}`)
    .subarray(0, 16)
    .toString('base64url')
}
