import * as z from 'zod'
import { AttachmentAnswer, attachmentPieceBytes } from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import { AttachmentPieceQuery } from '#contract/office-queries.ts'
import { OfficeSessionList } from '#contract/session-api.ts'
import { AttachmentId, ConsultationId } from '#core/ids.ts'
import { listSessions } from '../../../actions/collecting/list-sessions.ts'
import { putAttachmentPiece } from '../../../actions/collecting/put-attachment-piece.ts'
import {
  joinAttachment,
  readAttachment,
  readAttachmentStatus,
} from '../../../actions/collecting/read-attachment.ts'
import { answerShape, contentDisposition } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readBody, requireMediaType } from '../../read-body.ts'
import { parseShape } from '../../read-json.ts'
import { streamOf } from '../../stream-of.ts'
import { pathId } from '../path-id.ts'

const PieceNumber = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)

const idOf = (c: OfficeContext) => pathId(c, 'attachmentId', AttachmentId)

/** Photos of sign-in sheets and recordings: up in pieces, down whole, never shown by the browser as a page. */
export function attachmentHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'PUT /office/api/attachments/:attachmentId/:piece': async (c) => {
      requireMediaType(c, ['application/octet-stream'])
      const place = { id: idOf(c), piece: pathId(c, 'piece', PieceNumber) }
      const { of, sessionId, mediaType } = parseShape(AttachmentPieceQuery, c.req.query())
      const bytes = await readBody(c, attachmentPieceBytes)
      const piece = { ...place, of, sessionId, mediaType, bytes }
      const answer = await putAttachmentPiece(deps, c.get('member'), piece, clock.now())
      return answerShape(c, AttachmentAnswer, answer)
    },

    'GET /office/api/attachments/:attachmentId/pieces': async (c) =>
      answerShape(c, AttachmentAnswer, await readAttachmentStatus(deps, c.get('member'), idOf(c))),

    'GET /office/api/consultations/:consultationId/sessions': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      return answerShape(c, OfficeSessionList, await listSessions(deps, c.get('member'), id))
    },

    'GET /office/api/attachments/:attachmentId': async (c) => {
      const file = await readAttachment(deps, c.get('member'), idOf(c), clock.now())
      const disposition = contentDisposition(file.fileName)
      const isLong = file.bytes > limits.maxDirectFileBytes
      const joined = isLong ? await joinAttachment(deps.exportFiles, file, disposition) : file
      if ('address' in joined) return c.redirect(joined.address, 303)
      return c.body(streamOf(joined.chunks), 200, {
        'content-type': file.mediaType,
        'content-length': String(file.bytes),
        'content-disposition': disposition,
        'cache-control': 'private, no-store',
      })
    },
  } satisfies Record<string, OfficeHandler>
}
