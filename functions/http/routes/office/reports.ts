import * as z from 'zod'
import { AlikeOpinions } from '#contract/alike-api.ts'
import { limits } from '#contract/limits.ts'
import { RollUpQuery } from '#contract/office-queries.ts'
import { ReportDesk, ReportInput, ReportList, ReportReturn, ReportReview } from '#contract/report-api.ts'
import { OpinionHistory, OpinionRevision, RevisionInput } from '#contract/revision-api.ts'
import { RollUpAnswer } from '#contract/roll-up-api.ts'
import { ConsultationId, ContactPointId, OpinionId } from '#core/ids.ts'
import { Report } from '#core/report/report.ts'
import { readAlike } from '../../../actions/grouping/read-alike.ts'
import { readOpinionHistory } from '../../../actions/deciding/read-opinion-history.ts'
import { listReports, readReportDesk } from '../../../actions/report/read-reports.ts'
import { readRollUp } from '../../../actions/report/read-roll-up.ts'
import { reportFile } from '../../../actions/report/report-file.ts'
import { reviseOpinion } from '../../../actions/deciding/revise-opinion.ts'
import { moveReport, reviewReport, saveReport } from '../../../actions/report/write-report.ts'
import { answerItem, answerShape, contentDisposition, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { streamOf } from '../../stream-of.ts'
import { pathId } from '../path-id.ts'

const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ReportNumber = z.coerce.number().int().min(1).max(99)

const pairOf = (c: OfficeContext) => ({
  consultationId: pathId(c, 'consultationId', ConsultationId),
  contactPointId: pathId(c, 'contactPointId', ContactPointId),
})
const subjectOf = (c: OfficeContext) => ({ ...pairOf(c), number: pathId(c, 'number', ReportNumber) })
const opinionOf = (c: OfficeContext) => ({
  consultationId: pathId(c, 'consultationId', ConsultationId),
  opinionId: pathId(c, 'opinionId', OpinionId),
})

/** What a contact point makes of what it collected: revisions of its opinions, counts, and the report upward. */
export function reportHandlers(deps: OfficeDeps) {
  const { clock } = deps
  async function answerMoved(c: OfficeContext, move: 'submit' | 'return' | 'receive', note?: string) {
    const step = { move, ...(note !== undefined && { note }) }
    const [member, rev] = [c.get('member'), readRev(c)]
    return answerItem(c, Report, await moveReport(deps, member, subjectOf(c), step, rev, clock.now()))
  }
  return {
    'GET /office/api/consultations/:consultationId/opinions/:opinionId/history': async (c) => {
      const { consultationId, opinionId } = opinionOf(c)
      const history = await readOpinionHistory(deps, c.get('member'), consultationId, opinionId)
      return answerShape(c, OpinionHistory, history)
    },

    'POST /office/api/consultations/:consultationId/opinions/:opinionId/revisions': async (c) => {
      const input = await readJson(c, RevisionInput, limits.maxBodyBytes)
      const subject = opinionOf(c)
      const { verdict, revision } = await reviseOpinion(deps, c.get('member'), subject, input, clock.now())
      return answerShape(c, OpinionRevision, revision, verdict === 'stored' ? 201 : 200)
    },

    'GET /office/api/consultations/:consultationId/alike': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      return answerShape(c, AlikeOpinions, await readAlike(deps, c.get('member'), id))
    },

    'GET /office/api/roll-up': async (c) => {
      const { consultation } = parseShape(RollUpQuery, c.req.query())
      return answerShape(c, RollUpAnswer, await readRollUp(deps, c.get('member'), consultation, clock.now()))
    },

    'GET /office/api/reports': async (c) =>
      answerShape(c, ReportList, await listReports(deps, c.get('member'))),

    'GET /office/api/reports/:consultationId/:contactPointId': async (c) => {
      const { consultationId, contactPointId } = pairOf(c)
      const member = c.get('member')
      const desk = await readReportDesk(deps, member, { consultationId, contactPointId }, clock.now())
      return answerShape(c, ReportDesk, desk)
    },

    'PUT /office/api/reports/:consultationId/:contactPointId/:number': async (c) => {
      const input = await readJson(c, ReportInput, limits.maxDraftBytes)
      const [member, rev] = [c.get('member'), readRev(c)]
      return answerItem(c, Report, await saveReport(deps, member, subjectOf(c), input, rev, clock.now()))
    },

    'POST /office/api/reports/:consultationId/:contactPointId/:number/review': async (c) => {
      const input = await readJson(c, ReportReview)
      const [member, rev] = [c.get('member'), readRev(c)]
      return answerItem(c, Report, await reviewReport(deps, member, subjectOf(c), input, rev, clock.now()))
    },

    'POST /office/api/reports/:consultationId/:contactPointId/:number/submit': async (c) =>
      answerMoved(c, 'submit'),

    'POST /office/api/reports/:consultationId/:contactPointId/:number/return': async (c) => {
      const { reason } = await readJson(c, ReportReturn)
      return answerMoved(c, 'return', reason)
    },

    'POST /office/api/reports/:consultationId/:contactPointId/:number/receive': async (c) =>
      answerMoved(c, 'receive'),

    'GET /office/api/reports/:consultationId/:contactPointId/:number/report.docx': async (c) => {
      const file = await reportFile(deps, c.get('member'), subjectOf(c), clock.now())
      return c.body(streamOf(file.chunks), 200, {
        'content-type': docxMediaType,
        'content-disposition': contentDisposition(file.fileName),
      })
    },
  } satisfies Record<string, OfficeHandler>
}
