import type { BulletinWorker } from '#core/bulletin/bulletin-job.ts'
import type { ExportWorker } from '#core/deciding/export-ports.ts'
import type { AnswerSender } from '#core/mail/mail-ports.ts'
import { callAws, serviceUrl, type AwsPlace } from './aws-call.ts'

/** A worker that is a Lambda of its own, called without waiting for it. */
export function lambdaWorker(place: AwsPlace, functionName: string): ExportWorker {
  return { start: ({ consultationId, id }) => callLambda(place, functionName, { consultationId, id }) }
}

/** The same for the function that previews and publishes long bulletins. */
export function lambdaBulletinWorker(place: AwsPlace, functionName: string): BulletinWorker {
  return { start: ({ consultationId, kind }) => callLambda(place, functionName, { consultationId, kind }) }
}

/** The function that sends what is due; it looks for itself what that is. */
export function lambdaSender(place: AwsPlace, functionName: string): AnswerSender {
  return { start: () => callLambda(place, functionName, {}) }
}

/** Lambda API, Invoke with type Event. */
async function callLambda(place: AwsPlace, functionName: string, event: object): Promise<void> {
  const url = serviceUrl(place, 'lambda')
  url.pathname = `/2015-03-31/functions/${functionName}/invocations`
  const headers = { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' }
  const body = JSON.stringify(event)
  const isPassing = ({ status }: { status: number }) => status === 429 || status >= 500
  const { status } = await callAws(place, 'lambda', { method: 'POST', url, headers, body }, isPassing)
  if (status !== 202) throw new Error(`a worker could not be called: status ${status}`)
}
