import * as z from 'zod'
import { attachmentMediaTypes } from '#core/collecting/attachment-media-types.ts'
import { AttachmentId, CollectingSessionId, ContactPointId } from '#core/ids.ts'
import { channels } from '#core/opinion.ts'
import { CalendarDate, Instant } from '#core/time.ts'

/** A photo or recording of a session; `complete`: all of its pieces are here. */
const SessionAttachment = z.strictObject({
  id: AttachmentId,
  mediaType: z.enum(attachmentMediaTypes),
  bytes: z.int(),
  complete: z.boolean(),
  erasedAt: Instant.optional(),
})

/**
 * `GET /office/api/consultations/{id}/sessions` — the sessions of collecting with what proves them: a contact point
 * reads its own, the legislature all. `GET /office/api/attachments/{id}` answers the file itself.
 */
export const OfficeSessionList = z.strictObject({
  /** Days photos and recordings are kept after the answer. */
  keptDays: z.int(),
  /** When they are deleted; absent while people wait for an answer. */
  endsAt: Instant.optional(),
  sessions: z.array(
    z.strictObject({
      id: CollectingSessionId,
      contactPointId: ContactPointId,
      contactPointName: z.string(),
      channel: z.enum(channels),
      place: z.string(),
      heldOn: CalendarDate,
      headcount: z.int(),
      attachments: z.array(SessionAttachment),
    }),
  ),
})
export type OfficeSessionList = z.infer<typeof OfficeSessionList>
