import { FeedbackSlips } from '#contract/feedback-api.ts'
import { ConsultationId } from '#core/ids.ts'
import { listFeedbackSlips } from '../../../actions/collecting/list-feedback-slips.ts'
import { answerShape } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { pathId } from '../path-id.ts'

/** The way back to the people a contact point listened to. */
export function feedbackHandlers(deps: OfficeDeps) {
  return {
    'GET /office/api/consultations/:consultationId/feedback-slips': async (c) => {
      const id = pathId(c, 'consultationId', ConsultationId)
      return answerShape(
        c,
        FeedbackSlips,
        await listFeedbackSlips(deps, c.get('member'), id, deps.clock.now()),
      )
    },
  } satisfies Record<string, OfficeHandler>
}
