import { limits } from '#contract/limits.ts'
import { AnswerSheet } from '#contract/answer-sheet.ts'
import { BatchAnswer, BatchList } from '#contract/batch-api.ts'
import { TaskList } from '#contract/office-api.ts'
import { BatchLook } from '#contract/mapping-api.ts'
import { ShelfQuery, UploadQuery } from '#contract/office-queries.ts'
import { BatchId, ConsultationId } from '#core/ids.ts'
import { batchTemplate } from '../../../actions/batch/batch-template.ts'
import { listBatches } from '../../../actions/batch/list-batches.ts'
import { lookAtUpload } from '../../../actions/batch/look-at-upload.ts'
import { listTasks } from '../../../actions/deciding/read-office.ts'
import { uploadBatch } from '../../../actions/batch/upload-batch.ts'
import { writeAnswerSheet } from '../../../actions/table/write-answer-sheet.ts'
import { errorFacts } from '../../../telemetry/telemetry.ts'
import { answerFile } from '../../answer-file.ts'
import { answerShape } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { answerProgress, progressMediaType } from '../../progress-answer.ts'
import { readBody, requireMediaType } from '../../read-body.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { sheetMediaTypes } from '../../sheet-media-types.ts'
import { pathId } from '../path-id.ts'

/** A contact point's tasks, the table to fill in, and what was filled in coming back (R1: exactly once). */
export function batchHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/tasks': async (c) =>
      answerShape(c, TaskList, await listTasks(deps, c.get('member'), clock.now())),

    'GET /office/api/tasks/:consultationId/template.xlsx': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      const { for: shelf } = parseShape(ShelfQuery, c.req.query())
      return answerFile(c, await batchTemplate(deps, c.get('member'), id, shelf), 'xlsx')
    },

    'GET /office/api/tasks/:consultationId/batches': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      const { for: shelf } = parseShape(ShelfQuery, c.req.query())
      return answerShape(c, BatchList, await listBatches(deps, c.get('member'), id, shelf))
    },

    'POST /office/api/batches/answers.xlsx': async (c) => {
      const sheet = await readJson(c, AnswerSheet, limits.maxAnswerSheetBytes)
      return answerFile(c, await writeAnswerSheet(c.get('member'), sheet), 'xlsx')
    },

    'PUT /office/api/batches/:batchId': async (c) => {
      const batchId = pathId(c, 'batchId', BatchId)
      const { apply, ...wish } = parseShape(UploadQuery, c.req.query())
      requireMediaType(c, sheetMediaTypes)
      const upload = { batchId, ...wish, bytes: await readBody(c, limits.maxSheetBytes) }
      const member = c.get('member')
      if (apply === '0')
        return answerShape(c, BatchLook, await lookAtUpload(deps, member, upload, clock.now()))
      if (c.req.header('accept')?.includes(progressMediaType))
        return answerProgress(
          (follower) => uploadBatch(deps, member, upload, clock.now(), follower),
          (error) =>
            deps.telemetry.emit('unexpected-error', {
              requestId: c.get('requestId'),
              app: 'office',
              ...errorFacts(error),
            }),
        )
      return answerShape(c, BatchAnswer, await uploadBatch(deps, member, upload, clock.now()))
    },
  } satisfies Record<string, OfficeHandler>
}
