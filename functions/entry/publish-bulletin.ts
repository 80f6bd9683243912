import * as z from 'zod'
import { readEnvironment } from '#contract/environment.ts'
import { BulletinJob } from '#core/bulletin/bulletin-job.ts'
import { runBulletinJob } from '../actions/bulletin/run-bulletin-job.ts'
import { lambdaSender } from '../store/lambda-worker.ts'
import { errorFacts } from '../telemetry/telemetry.ts'
import { lambdaCredentials } from './lambda-credentials.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const { sendAnswersFunction } = readEnvironment(process.env, ['sendAnswersFunction'])
const place = {
  region: process.env['AWS_REGION'] ?? '',
  credentials: lambdaCredentials(process.env),
  now: () => new Date(),
}
const deps = await makeLambdaDeps(process.env, openWithClients)
const sender = sendAnswersFunction === undefined ? undefined : lambdaSender(place, sendAnswersFunction)
const Event = z.object(BulletinJob.pick({ consultationId: true, kind: true }).shape)

function fault(error: unknown): void {
  deps.telemetry.emit('unexpected-error', { app: 'publish-bulletin', ...errorFacts(error) })
}

/** The Lambda that previews and publishes long bulletins. What it throws, Lambda tries again twice, as `build-table`. */
export async function handler(event: unknown): Promise<void> {
  try {
    await runBulletinJob(deps, Event.parse(event), {
      authority: deps.authority,
      onPublished: async ({ consultationId, edition }) => {
        deps.telemetry.emit('published', { consultationId, edition })
        // Letters that could not be begun now leave with the next round.
        await sender?.start().catch(fault)
      },
    })
  } catch (error) {
    fault(error)
    throw error
  }
}
