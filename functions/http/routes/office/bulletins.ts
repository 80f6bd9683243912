import { BulletinJobs, BulletinPreview, OfficeBulletin, OfficeBulletinJob } from '#contract/bulletin-api.ts'
import { BulletinDraft, BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import { ConsultationId } from '#core/ids.ts'
import { bulletinFile } from '../../../actions/bulletin/bulletin-files.ts'
import { previewBulletin, readBulletin } from '../../../actions/bulletin/read-bulletin.ts'
import { readBulletinJobs, requestPreview } from '../../../actions/bulletin/request-bulletin.ts'
import { writeBulletin } from '../../../actions/bulletin/write-bulletin.ts'
import { answerItem, answerShape, contentDisposition, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { streamOf } from '../../stream-of.ts'
import { pathId } from '../path-id.ts'

const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** The bulletin while it is being written: the words, how it will look, and as a Word file. */
export function bulletinHandlers(deps: OfficeDeps) {
  const { clock, authority } = deps

  return {
    'GET /office/api/consultations/:consultationId/bulletin': async (c) => {
      const read = await readBulletin(deps, c.get('member'), idOf(c), clock.now())
      c.header('etag', `"${read.draft?.rev ?? 0}"`)
      return answerShape(c, OfficeBulletin, read)
    },

    'PUT /office/api/consultations/:consultationId/bulletin': async (c) => {
      const writing = await readJson(c, BulletinWriting)
      const written = { writing, readRev: readRev(c) }
      return answerItem(
        c,
        BulletinDraft,
        await writeBulletin(deps, c.get('member'), idOf(c), written, clock.now()),
      )
    },

    'GET /office/api/consultations/:consultationId/bulletin/preview': async (c) =>
      answerShape(c, BulletinPreview, await previewBulletin(deps, c.get('member'), idOf(c), clock.now())),

    'POST /office/api/consultations/:consultationId/bulletin/preview': async (c) => {
      const job = await requestPreview(deps, c.get('member'), idOf(c), clock.now())
      return answerShape(c, OfficeBulletinJob, job, 202)
    },

    'GET /office/api/consultations/:consultationId/bulletin/jobs': async (c) =>
      answerShape(c, BulletinJobs, await readBulletinJobs(deps, c.get('member'), idOf(c), clock.now())),

    'GET /office/api/consultations/:consultationId/bulletin/bulletin.docx': async (c) => {
      const file = await bulletinFile(deps, c.get('member'), idOf(c), authority.organ, clock.now())
      return c.body(streamOf(file.chunks), 200, {
        'content-type': docxMediaType,
        'content-disposition': contentDisposition(file.fileName),
      })
    },
  } satisfies Record<string, OfficeHandler>
}
