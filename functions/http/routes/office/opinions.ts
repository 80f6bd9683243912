import * as z from 'zod'
import { limits } from '#contract/limits.ts'
import { DecisionInput, OfficeOpinionPage, TableVerdicts } from '#contract/office-api.ts'
import { OpinionFilterQuery } from '#contract/opinion-filter.ts'
import { Decision } from '#core/decision.ts'
import { ConsultationId, OpinionId } from '#core/ids.ts'
import { opinionTableFile } from '../../../actions/build-opinion-table.ts'
import { decideOpinion } from '../../../actions/decide-opinion.ts'
import { listOpinions } from '../../../actions/list-opinions.ts'
import { loadOpinionTable } from '../../../actions/load-opinion-table.ts'
import { answerItem, answerShape, contentDisposition, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readBody, requireMediaType } from '../../read-body.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { sheetMediaTypes, xlsxMediaType } from '../../sheet-media-types.ts'
import { streamOf } from '../../stream-of.ts'
import { pathId } from '../path-id.ts'

const Filter = OpinionFilterQuery.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** Opinions at the desk: read, decided one by one, or all at once in Excel (R17). */
export function opinionHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/consultations/:consultationId/opinions': async (c) => {
      const filter = parseShape(Filter, c.req.query())
      return answerShape(c, OfficeOpinionPage, await listOpinions(deps, c.get('member'), idOf(c), filter))
    },

    'PUT /office/api/consultations/:consultationId/decisions/:opinionId': async (c) => {
      const input = await readJson(c, DecisionInput)
      const opinionId = pathId(c, 'opinionId', OpinionId)
      const [member, rev] = [c.get('member'), readRev(c)]
      const decision = await decideOpinion(deps, member, idOf(c), opinionId, input, rev, clock.now())
      return answerItem(c, Decision, decision)
    },

    'GET /office/api/consultations/:consultationId/table.xlsx': async (c) => {
      const file = await opinionTableFile(deps, c.get('member'), idOf(c), clock.now())
      return c.body(streamOf(file.chunks), 200, {
        'content-type': xlsxMediaType,
        'content-disposition': contentDisposition(file.fileName),
      })
    },

    'POST /office/api/consultations/:consultationId/table.xlsx': async (c) => {
      requireMediaType(c, sheetMediaTypes)
      const bytes = await readBody(c, limits.maxSheetBytes)
      const apply = c.req.query('apply') !== '0'
      const verdicts = await loadOpinionTable(deps, c.get('member'), idOf(c), bytes, { apply }, clock.now())
      return answerShape(c, TableVerdicts, verdicts)
    },
  } satisfies Record<string, OfficeHandler>
}
