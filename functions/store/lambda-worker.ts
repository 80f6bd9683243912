import type { ExportWorker } from '#core/export-ports.ts'
import { callAws, serviceUrl, type AwsPlace } from './aws-call.ts'

/** A worker that is a Lambda of its own, called without waiting for it (Lambda API, Invoke with type Event). */
export function lambdaWorker(place: AwsPlace, functionName: string): ExportWorker {
  return {
    start: async ({ consultationId, id }) => {
      const url = serviceUrl(place, 'lambda')
      url.pathname = `/2015-03-31/functions/${functionName}/invocations`
      const headers = { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' }
      const body = JSON.stringify({ consultationId, id })
      const isPassing = ({ status }: { status: number }) => status === 429 || status >= 500
      const { status } = await callAws(place, 'lambda', { method: 'POST', url, headers, body }, isPassing)
      if (status !== 202) throw new Error(`the table's worker could not be called: status ${status}`)
    },
  }
}
