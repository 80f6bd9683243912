import * as z from 'zod'
import { limits } from '#contract/limits.ts'
import { BatchAnswer, BatchList } from '#contract/batch-api.ts'
import { TaskList } from '#contract/office-api.ts'
import { BatchId, ConsultationId } from '#core/ids.ts'
import { batchTemplate } from '../../../actions/batch-template.ts'
import { listBatches } from '../../../actions/list-batches.ts'
import { listTasks } from '../../../actions/read-office.ts'
import { uploadBatch } from '../../../actions/upload-batch.ts'
import { answerShape, contentDisposition } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readBody, requireMediaType } from '../../read-body.ts'
import { parseShape } from '../../read-json.ts'
import { sheetMediaTypes, xlsxMediaType } from '../../sheet-media-types.ts'
import { pathId } from '../path-id.ts'

const UploadQuery = z.object({
  consultationId: ConsultationId,
  fileName: z.string().min(1).max(200).default('upload'),
})

/** A contact point's tasks, the table to fill in, and what was filled in coming back (R1: exactly once). */
export function batchHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/tasks': async (c) =>
      answerShape(c, TaskList, await listTasks(deps, c.get('member'), clock.now())),

    'GET /office/api/tasks/:consultationId/template.xlsx': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      const { fileName, bytes } = await batchTemplate(deps, c.get('member'), id)
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': xlsxMediaType,
        'content-disposition': contentDisposition(fileName),
      })
    },

    'GET /office/api/tasks/:consultationId/batches': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      return answerShape(c, BatchList, await listBatches(deps, c.get('member'), id))
    },

    'PUT /office/api/batches/:batchId': async (c) => {
      const batchId = pathId(c, 'batchId', BatchId)
      const { consultationId, fileName } = parseShape(UploadQuery, c.req.query())
      requireMediaType(c, sheetMediaTypes)
      const bytes = await readBody(c, limits.maxSheetBytes)
      const upload = { batchId, consultationId, fileName, bytes }
      return answerShape(c, BatchAnswer, await uploadBatch(deps, c.get('member'), upload, clock.now()))
    },
  } satisfies Record<string, OfficeHandler>
}
