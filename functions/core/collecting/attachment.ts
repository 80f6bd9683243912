import * as z from 'zod'
import { attachmentMediaTypes } from './attachment-media-types.ts'
import { AttachmentId, CollectingSessionId, ContactPointId, MemberId } from '../ids.ts'
import { Instant } from '../time.ts'

/** A photo or recording of a contact point, cut into pieces; what it is never changes until it is erased. */
export const HeldAttachment = z.strictObject({
  id: AttachmentId,
  contactPointId: ContactPointId,
  sessionId: CollectingSessionId,
  mediaType: z.enum(attachmentMediaTypes),
  /** Number of pieces. */
  of: z.int().min(1),
  uploadedBy: MemberId,
  startedAt: Instant,
  /** When its bytes were deleted (`attachment-retention.ts`); that there was one stays on record. */
  erasedAt: Instant.optional(),
})
export type HeldAttachment = z.infer<typeof HeldAttachment>
