import { OpinionListQuery } from '#contract/opinion-filter.ts'
import {
  AssignmentInput,
  AssignmentList,
  JointAnswerInput,
  JointAnswerList,
  JointAnswerShown,
  OfficeOpinionCounts,
} from '#contract/opinion-work-api.ts'
import { Assignment } from '#core/deciding/assignment.ts'
import { ConsultationId } from '#core/ids.ts'
import { JointAnswer } from '#core/deciding/joint-answer.ts'
import {
  answerArticle,
  listArticleAnswers,
  undoArticleAnswer,
} from '../../../actions/deciding/answer-article.ts'
import { assignArticle, listAssignments } from '../../../actions/deciding/assign-articles.ts'
import { readOpinionCounts } from '../../../actions/deciding/count-opinions.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** Work on opinions by the article: counts, who answers which, and one answer for what is left of one. */
export function opinionWorkHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/consultations/:consultationId/opinion-counts': async (c) => {
      const query = parseShape(OpinionListQuery, c.req.query())
      const counts = await readOpinionCounts(deps, c.get('member'), idOf(c), query)
      return answerShape(c, OfficeOpinionCounts, counts)
    },

    'GET /office/api/consultations/:consultationId/assignments': async (c) =>
      answerShape(c, AssignmentList, await listAssignments(deps, c.get('member'), idOf(c))),

    'PUT /office/api/consultations/:consultationId/assignments/:article': async (c) => {
      const input = await readJson(c, AssignmentInput)
      const article = pathId(c, 'article', Assignment.shape.article)
      const [member, rev] = [c.get('member'), readRev(c)]
      return answerItem(
        c,
        Assignment,
        await assignArticle(deps, member, idOf(c), article, input, rev, clock.now()),
      )
    },

    'GET /office/api/consultations/:consultationId/joint-answers': async (c) =>
      answerShape(c, JointAnswerList, await listArticleAnswers(deps, c.get('member'), idOf(c))),

    'POST /office/api/consultations/:consultationId/joint-answers': async (c) => {
      const input = await readJson(c, JointAnswerInput)
      const answer = await answerArticle(deps, c.get('member'), idOf(c), input, clock.now())
      return answerShape(c, JointAnswerShown, answer)
    },

    'POST /office/api/consultations/:consultationId/joint-answers/:jointAnswerId/undo': async (c) => {
      const answerId = pathId(c, 'jointAnswerId', JointAnswer.shape.id)
      const answer = await undoArticleAnswer(deps, c.get('member'), idOf(c), answerId, clock.now())
      return answerShape(c, JointAnswerShown, answer)
    },
  } satisfies Record<string, OfficeHandler>
}
