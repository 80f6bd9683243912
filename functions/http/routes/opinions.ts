import type { Hono } from 'hono'
import { OpinionSubmission, SubmissionAnswer } from '#contract/public-api.ts'
import { ConsultationId } from '#core/ids.ts'
import { submitOpinion } from '../../actions/intake/submit-opinion.ts'
import type { AppContext, AppEnv } from '../app-env.ts'
import { formMediaType } from '../read-form.ts'
import { mediaType, requireMediaType } from '../read-body.ts'
import { readJson } from '../read-json.ts'
import type { PublicDeps } from '../public-deps.ts'
import { recentConsultations } from '../recent-consultations.ts'
import { answerOpinionForm } from './opinion-form.ts'
import { pathId } from './path-id.ts'

/** `POST /api/consultations/{id}/opinions`: JSON from scripts and pages, or a form from a page without them. */
export function opinionRoutes(app: Hono<AppEnv>, deps: PublicDeps): void {
  const submitDeps = { ...deps, consultations: recentConsultations(deps.consultations, deps.clock) }

  async function answerJson(c: AppContext, id: ConsultationId) {
    const submission = await readJson(c, OpinionSubmission)
    const { verdict, answer } = await submitOpinion(submitDeps, id, submission, deps.clock.now())
    const channel = submission.channel ?? 'web'
    const requestId = c.get('requestId')
    deps.telemetry.emit('opinion-accepted', { requestId, consultationId: id, verdict, channel })
    return c.json(SubmissionAnswer.parse(answer), verdict === 'stored' ? 201 : 200)
  }

  app.post('/api/consultations/:consultationId/opinions', async (c) => {
    requireMediaType(c, ['application/json', formMediaType])
    const id = pathId(c, 'consultationId', ConsultationId)
    return mediaType(c) === formMediaType ? answerOpinionForm(c, deps, id) : answerJson(c, id)
  })
}
