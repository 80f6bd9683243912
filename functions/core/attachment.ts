import * as z from 'zod'
import { AttachmentId, CollectingSessionId, ContactPointId, MemberId } from './ids.ts'
import { Instant } from './time.ts'

/** What may be attached: photos of paper and places, recordings, scans. */
export const attachmentMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/ogg',
  'audio/webm',
  'audio/wav',
  'application/pdf',
] as const
export type AttachmentMediaType = (typeof attachmentMediaTypes)[number]

/** A photo or recording of a contact point, cut into pieces; what it is never changes. */
export const HeldAttachment = z.strictObject({
  id: AttachmentId,
  contactPointId: ContactPointId,
  sessionId: CollectingSessionId,
  mediaType: z.enum(attachmentMediaTypes),
  /** Number of pieces. */
  of: z.number().int().min(1),
  uploadedBy: MemberId,
  startedAt: Instant,
})
export type HeldAttachment = z.infer<typeof HeldAttachment>
