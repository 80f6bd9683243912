import { expect, test } from 'vitest'
import type { ExportId } from '#core/deciding/export-job.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { SentRequest } from '../../functions/store/aws-call.ts'
import { lambdaWorker } from '../../functions/store/lambda-worker.ts'

const name = { consultationId: 'c-1' as ConsultationId, id: 'x-1' as ExportId }

function worker(...statuses: number[]) {
  const sent: SentRequest[] = []
  const place = {
    region: 'cn-north-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    now: () => new Date('2026-11-10T02:00:00.000Z'),
    send: async (request: SentRequest) => {
      sent.push(request)
      return { status: statuses.shift() ?? 500, body: Buffer.alloc(0) }
    },
  }
  return { sent, worker: lambdaWorker(place, 'build-table') }
}

test('a worker is called without being waited for, with a name and no more', async () => {
  const { sent, worker: called } = worker(202)
  await called.start(name)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.url.href).toBe(
    'https://lambda.cn-north-1.amazonaws.com.cn/2015-03-31/functions/build-table/invocations',
  )
  expect(sent[0]?.headers).toMatchObject({ 'x-amz-invocation-type': 'Event' })
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual(name)
})

test('a call that is throttled is made again; one that is refused is told', async () => {
  const throttled = worker(429, 202)
  await throttled.worker.start(name)
  expect(throttled.sent).toHaveLength(2)
  await expect(worker(403).worker.start(name)).rejects.toThrow('status 403')
})
