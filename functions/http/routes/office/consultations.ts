import {
  Extension,
  NewConsultation,
  OfficeConsultation,
  PublishInput,
  Readiness,
} from '#contract/office-api.ts'
import { Publication } from '#contract/bulletin-api.ts'
import { Consultation } from '#core/consultation.ts'
import { ConsultationId } from '#core/ids.ts'
import { bulletinReadiness } from '../../../actions/bulletin/bulletin-readiness.ts'
import {
  announceConsultation,
  extendConsultation,
  withdrawConsultation,
} from '../../../actions/draft/move-consultation.ts'
import { prepareConsultation } from '../../../actions/draft/prepare-consultation.ts'
import { publishBulletin } from '../../../actions/bulletin/publish-bulletin.ts'
import { publishSite } from '../../../actions/bulletin/publish-site.ts'
import { requestPublication, takesWorker } from '../../../actions/bulletin/request-bulletin.ts'
import { readOfficeConsultation } from '../../../actions/deciding/read-office.ts'
import { errorFacts } from '../../../telemetry/telemetry.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const idOf = (c: OfficeContext) => pathId(c, 'consultationId', ConsultationId)

/** The life of a consultation; every move the public can see moves the public site too. */
export function consultationHandlers(deps: OfficeDeps) {
  const { clock, authority } = deps

  async function answerMoved(c: OfficeContext, moved: Promise<Consultation>) {
    const consultation = await moved
    await publishSite(deps, authority, clock.now())
    return answerItem(c, Consultation, consultation)
  }

  return {
    'POST /office/api/consultations': async (c) => {
      const input = await readJson(c, NewConsultation)
      const consultation = await prepareConsultation(deps, c.get('member'), input, clock.now())
      return answerItem(c, Consultation, consultation, 201)
    },

    'GET /office/api/consultations/:consultationId': async (c) => {
      const read = await readOfficeConsultation(deps, c.get('member'), idOf(c), clock.now())
      c.header('etag', `"${read.consultation.rev}"`)
      return answerShape(c, OfficeConsultation, read)
    },

    'POST /office/api/consultations/:consultationId/announce': async (c) =>
      answerMoved(c, announceConsultation(deps, c.get('member'), idOf(c), readRev(c), clock.now())),

    'POST /office/api/consultations/:consultationId/extend': async (c) => {
      const input = await readJson(c, Extension)
      const rev = readRev(c)
      return answerMoved(c, extendConsultation(deps, c.get('member'), idOf(c), input, rev, clock.now()))
    },

    'POST /office/api/consultations/:consultationId/withdraw': async (c) =>
      answerMoved(c, withdrawConsultation(deps, c.get('member'), idOf(c), readRev(c), clock.now())),

    'GET /office/api/consultations/:consultationId/readiness': async (c) =>
      answerShape(c, Readiness, await bulletinReadiness(deps, c.get('member'), idOf(c), clock.now())),

    'POST /office/api/consultations/:consultationId/publish': async (c) => {
      const input = await readJson(c, PublishInput)
      if (await takesWorker(deps, c.get('member'), idOf(c))) {
        const job = await requestPublication(deps, c.get('member'), idOf(c), input, clock.now())
        return answerShape(c, Publication, job, 202)
      }
      const bulletin = await publishBulletin(deps, c.get('member'), idOf(c), input, clock.now())
      await publishSite(deps, authority, clock.now())
      const { consultationId, edition } = bulletin
      deps.telemetry.emit('published', { consultationId, edition })
      // What is published stays published: letters that could not be begun now leave with the next round.
      await deps.answerSender
        ?.start()
        .catch((error: unknown) =>
          deps.telemetry.emit('unexpected-error', { app: 'office', ...errorFacts(error) }),
        )
      return answerShape(c, Publication, bulletin, 201)
    },
  } satisfies Record<string, OfficeHandler>
}
