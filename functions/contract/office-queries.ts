import * as z from 'zod'
import { attachmentMediaTypes } from '#core/collecting/attachment-media-types.ts'
import { tableEditions } from '#core/deciding/export-job.ts'
import { CollectingSessionId, ConsultationId, ContactPointId, MappingId } from '#core/ids.ts'
import { OpinionFilterQuery } from './opinion-filter.ts'

/* What stands behind the question mark of office addresses. Receipt codes never do. */

/**
 * Of everything about uploads: for whom legislative staff bring a table in, a contact point or (left out) the
 * legislature itself. A contact point's people need not say it.
 */
export const ShelfQuery = z.object({ for: ContactPointId.optional() })

/** Of `PUT /office/api/batches/{batchId}`. */
export const UploadQuery = ShelfQuery.extend({
  consultationId: ConsultationId,
  fileName: z.string().min(1).max(200).default('upload'),
  sheet: z.string().max(100).optional(),
  headerRow: z.coerce.number().int().min(1).max(100).optional(),
  mapping: z.union([z.literal('none'), MappingId]).optional(),
  /** `0`: only look. */
  apply: z.enum(['0', '1']).default('1'),
  only: z
    .string()
    .regex(/^\d{1,7}(,\d{1,7}){0,499}$/)
    .transform((rows) => new Set(rows.split(',').map(Number)))
    .optional(),
})

/** Of `PUT /office/api/attachments/{attachmentId}/{piece}`. */
export const AttachmentPieceQuery = z.object({
  of: z.coerce.number().int().min(1),
  sessionId: CollectingSessionId,
  // A recorder names its codec behind the type: `audio/webm;codecs=opus`.
  mediaType: z
    .string()
    .transform((type) => type.split(';', 1)[0]?.trim().toLowerCase())
    .pipe(z.enum(attachmentMediaTypes)),
})

/** Of `POST /office/api/carried` and `…/pieces`: for which contact point an administrator hands it in. */
export const CarriedQuery = z.object({ contactPointId: ContactPointId.optional() })

/** Of a file's link. One without its signature is no better than one of yesterday. */
export const ExportLinkQuery = z.object({
  expires: z.coerce.number().int().min(0).catch(0),
  signature: z.string().max(100).catch(''),
})

/** Of one group: which of its members. */
export const GroupPageQuery = z.object({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})

/** Of the list of groups. */
export const GroupListQuery = GroupPageQuery.extend({
  article: z.string().max(80).optional(),
  undecided: z
    .enum(['0', '1'])
    .transform((flag) => flag === '1')
    .optional(),
  atLeast: z.coerce.number().int().min(1).max(1_000_000).optional(),
  number: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
})

/** One consultation, or all of them together. */
export const RollUpQuery = z.object({ consultation: ConsultationId.optional() })

/** Which opinions a table holds, and for whom it is. */
export const TableQuery = OpinionFilterQuery.extend({ edition: z.enum(tableEditions).default('internal') })
