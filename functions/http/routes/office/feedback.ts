import { FeedbackQuery, FeedbackSlips } from '#contract/feedback-api.ts'
import { ConsultationId } from '#core/ids.ts'
import { listFeedbackSlips } from '../../../actions/bulletin/list-feedback-slips.ts'
import { answerShape } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

/** The way back to the people a contact point listened to. */
export function feedbackHandlers(deps: OfficeDeps) {
  return {
    'GET /office/api/consultations/:consultationId/feedback-slips': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      const query = parseShape(FeedbackQuery, c.req.query())
      const slips = await listFeedbackSlips(deps, c.get('member'), id, query, deps.clock.now())
      return answerShape(c, FeedbackSlips, slips)
    },
  } satisfies Record<string, OfficeHandler>
}
