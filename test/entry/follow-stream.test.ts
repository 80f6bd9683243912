import type { DynamoDBRecord } from 'aws-lambda'
import { expect, it } from 'vitest'
import type { OpinionRecord } from '#core/opinion.ts'
import { followStream } from '../../functions/entry/follow-stream.ts'
import { inboxItem } from '../../functions/store/inbox-item.ts'
import { createTelemetry } from '../../functions/telemetry/telemetry.ts'
import { buildOpinion, testConsultation as c } from '../support/build-opinion.ts'
import { emptyWorld, openProcess } from '../support/memory-log-store.ts'
import { streamImage } from '../support/stream-image.ts'
import { testSettings } from '../support/test-settings.ts'

const randomness = { bytes: (length: number) => Buffer.alloc(length, 1) }

function insertion(sequenceNumber: string, item: object): DynamoDBRecord {
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: sequenceNumber,
      NewImage: streamImage('content' in item ? inboxItem(item as OpinionRecord) : item) as never,
    },
  }
}

function open() {
  const world = emptyWorld()
  const lines: string[] = []
  const telemetry = createTelemetry(
    (line) => lines.push(line),
    () => 'now',
  )
  const logStore = openProcess(world, () => 0)
  return { world, lines, deps: { logStore, settings: testSettings, randomness, telemetry } }
}

const spoken: OpinionRecord = buildOpinion('a', {}, { verbatim: '电话 13800000000，河边要留路。' })

it('logs what the stream brings and says how many, not what', async () => {
  const { world, lines, deps } = open()
  const follow = followStream(deps)
  const event = { Records: [insertion('1', spoken), insertion('2', buildOpinion('b'))] }
  expect(await follow(event)).toEqual({ batchItemFailures: [] })
  expect(await follow(event)).toEqual({ batchItemFailures: [] })
  expect(world.heads.get(c)?.size).toBe(2)
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: 'now', event: 'log-advanced', logged: 2, repeated: 0 },
  ])
})

it('hands back a record it cannot read and logs the others around it', async () => {
  const { world, deps } = open()
  const records = [
    insertion('1', buildOpinion('a')),
    insertion('2', { id: 'broken' }),
    insertion('3', buildOpinion('b')),
  ]
  expect(await followStream(deps)({ Records: records })).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }],
  })
  expect(world.heads.get(c)?.size).toBe(2)
})

it('hands back only the records of the consultation whose log it could not write', async () => {
  const { world, lines, deps } = open()
  const commit: typeof deps.logStore.commit = (own, state, rev) =>
    own === c ? Promise.reject(new Error(spoken.content.verbatim)) : deps.logStore.commit(own, state, rev)
  const follow = followStream({ ...deps, logStore: { ...deps.logStore, commit } })
  const other = buildOpinion('b', {}, { consultationId: 'c-parks' })
  const answer = await follow({ Records: [insertion('1', spoken), insertion('2', other)] })
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
  expect([...world.heads.keys()]).toEqual(['c-parks'])
  expect(lines.join('\n')).not.toMatch(/13800000000|河边/)
})

it('leaves alone what is not a new opinion', async () => {
  const { world, deps } = open()
  const removal: DynamoDBRecord = { eventName: 'REMOVE', dynamodb: { SequenceNumber: '1' } }
  expect(await followStream(deps)({ Records: [removal] })).toEqual({ batchItemFailures: [] })
  expect(world.heads.size).toBe(0)
})
