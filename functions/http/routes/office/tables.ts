import { TableQuery } from '#contract/office-queries.ts'
import type { TableFormat } from '#core/deciding/export-job.ts'
import { TableVerdicts } from '#contract/table-api.ts'
import { ConsultationId } from '#core/ids.ts'
import { opinionTableFile } from '../../../actions/table/build-opinion-table.ts'
import { loadOpinionTable } from '../../../actions/table/load-opinion-table.ts'
import { answerFile } from '../../answer-file.ts'
import { answerShape } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape } from '../../read-json.ts'
import { readTableForm } from '../../read-table-form.ts'
import { pathId } from '../path-id.ts'

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** The consolidated table 意见汇总表: out in four formats, back from two of them (R17). */
export function tableHandlers(deps: OfficeDeps) {
  const { clock } = deps
  const download =
    (format: TableFormat): OfficeHandler =>
    async (c) => {
      const { edition, ...filter } = parseShape(TableQuery, c.req.query())
      const request = { format, edition, filter, mostRows: deps.directTableRows?.[format] }
      const file = await opinionTableFile(deps, c.get('member'), idOf(c), request, clock.now())
      return answerFile(c, file, format)
    }
  // The bytes decide what a file is, whatever the address says.
  const load: OfficeHandler = async (c) => {
    const { bytes, rows } = await readTableForm(c)
    const how = { apply: c.req.query('apply') !== '0', rows }
    const verdicts = await loadOpinionTable(deps, c.get('member'), idOf(c), bytes, how, clock.now())
    return answerShape(c, TableVerdicts, verdicts)
  }
  return {
    'GET /office/api/consultations/:consultationId/table.xlsx': download('xlsx'),
    'GET /office/api/consultations/:consultationId/table.docx': download('docx'),
    'GET /office/api/consultations/:consultationId/table.csv': download('csv'),
    'GET /office/api/consultations/:consultationId/table.json': download('json'),
    'POST /office/api/consultations/:consultationId/table.xlsx': load,
    'POST /office/api/consultations/:consultationId/table.csv': load,
  } satisfies Record<string, OfficeHandler>
}
