import * as z from 'zod'
import { NewExport, OfficeExport, OfficeExportList } from '#contract/export-api.ts'
import { ExportLinkQuery } from '#contract/office-queries.ts'
import { ExportId } from '#core/deciding/export-job.ts'
import { ConsultationId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import { findExportFile } from '../../../actions/table/read-export-file.ts'
import { listExports, requestExport, restartExport } from '../../../actions/table/request-export.ts'
import { answerShape, contentDisposition } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { streamOf } from '../../stream-of.ts'
import { tableMediaTypes } from '../../table-media-types.ts'
import { pathId } from '../path-id.ts'

const FileNumber = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)
const exportOf = (c: OfficeContext) => pathId(c, 'exportId', ExportId)

/** Long tables: asked for, written by a worker, waiting until they are fetched. */
export function exportHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/consultations/:consultationId/exports': async (c) =>
      answerShape(c, OfficeExportList, await listExports(deps, c.get('member'), idOf(c), clock.now())),

    'POST /office/api/consultations/:consultationId/exports': async (c) => {
      const input = await readJson(c, NewExport)
      const job = await requestExport(deps, c.get('member'), idOf(c), input, clock.now())
      return answerShape(c, OfficeExport, job, 202)
    },

    'POST /office/api/consultations/:consultationId/exports/:exportId/restart': async (c) => {
      const job = await restartExport(deps, c.get('member'), idOf(c), exportOf(c), clock.now())
      return answerShape(c, OfficeExport, job, 202)
    },

    'GET /office/api/consultations/:consultationId/exports/:exportId/files/:file': async (c) => {
      const { expires, signature } = parseShape(ExportLinkQuery, c.req.query())
      const file = pathId(c, 'file', FileNumber)
      const link = { consultationId: idOf(c), id: exportOf(c), file, expires }
      const found = await findExportFile(deps, c.get('member'), link, signature, clock.now())
      const disposition = contentDisposition(found.file.name)
      const elsewhere = await deps.exportFiles.addressOf?.(found.file.key, disposition)
      if (elsewhere !== undefined) return c.redirect(elsewhere, 303)
      const chunks = await deps.exportFiles.read(found.file.key)
      if (chunks === undefined) throw new PortalError('not-found', { kind: 'export-file' })
      return c.body(streamOf(chunks), 200, {
        'content-type': tableMediaTypes[found.format],
        'content-length': String(found.file.bytes),
        'content-disposition': disposition,
        'cache-control': 'private, no-store',
      })
    },
  } satisfies Record<string, OfficeHandler>
}
