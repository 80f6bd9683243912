import { DecisionInput, OfficeOpinionPage } from '#contract/office-api.ts'
import { OpinionListQuery } from '#contract/opinion-filter.ts'
import { Decision } from '#core/deciding/decision.ts'
import { ConsultationId, OpinionId } from '#core/ids.ts'
import { decideOpinion } from '../../../actions/deciding/decide-opinion.ts'
import { listOpinions } from '../../../actions/deciding/list-opinions.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** Opinions at the desk: read, and decided one by one. */
export function opinionHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/consultations/:consultationId/opinions': async (c) => {
      const filter = parseShape(OpinionListQuery, c.req.query())
      return answerShape(c, OfficeOpinionPage, await listOpinions(deps, c.get('member'), idOf(c), filter))
    },

    'PUT /office/api/consultations/:consultationId/decisions/:opinionId': async (c) => {
      const input = await readJson(c, DecisionInput)
      const opinionId = pathId(c, 'opinionId', OpinionId)
      const [member, rev] = [c.get('member'), readRev(c)]
      const decision = await decideOpinion(deps, member, idOf(c), opinionId, input, rev, clock.now())
      return answerItem(c, Decision, decision)
    },
  } satisfies Record<string, OfficeHandler>
}
