import * as z from 'zod'
import { ExportJob } from '#core/deciding/export-job.ts'
import { runExport } from '../actions/table/run-export.ts'
import { errorFacts } from '../telemetry/telemetry.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const deps = await makeLambdaDeps(process.env, openWithClients)
const Event = z.object(ExportJob.pick({ consultationId: true, id: true }).shape)

/**
 * The Lambda that writes long tables. What it throws, Lambda tries again twice: after a death, a quarter of an hour at
 * most, or while another one is still at it.
 */
export async function handler(event: unknown): Promise<void> {
  try {
    await runExport(deps, Event.parse(event))
  } catch (error) {
    deps.telemetry.emit('unexpected-error', { app: 'build-table', ...errorFacts(error) })
    throw error
  }
}
