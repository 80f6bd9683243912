import { SyncAnswer, SyncEnvelope } from '#contract/collect-api.ts'
import type { Member } from '#core/member.ts'
import { syncOpinions } from '../../functions/actions/collecting/sync-opinions.ts'
import { pooledBytes } from '../../functions/entry/make-lambda-deps.ts'
import type { SentRequest } from '../../functions/store/aws-call.ts'
import { attributesOf, directTables } from '../../functions/store/direct-tables.ts'
import { directObjects } from '../../functions/store/direct-objects.ts'
import { storesOn } from '../../functions/store/stores-on.ts'
import { duringWindow, exampleDraftMeta } from '../support/example-consultation.ts'
import { aSession, collected } from '../support/open-collecting.ts'
import { testKeys } from '../support/test-keys.ts'
import type { BenchResult } from './bench.ts'
import { costOfOne } from './support-cost-of-one.ts'
import { stubbedAws } from './support-stubbed-aws.ts'
import { testSettings } from '../support/test-settings.ts'

const batch = 100
const roundCount = 5
const batches = 20
const deviceId = '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01'
const device = {
  id: deviceId,
  name: '平板',
  contactPointId: 'cp-hexi',
  enrolledBy: 'm-1',
  enrolledAt: duringWindow,
  lastSeenAt: duringWindow,
  publicKey: '',
  rev: 1,
}
const member = { id: 'm-1', role: 'collector', contactPointId: 'cp-hexi', active: true } as Member

/** What the stub of `accept` does not know: the device, and the drafts of a bill. */
function answerOwn(request: SentRequest): string | undefined {
  const operation = request.headers['x-amz-target']?.split('.')[1]
  if (operation === 'Query') {
    const draft = attributesOf({ ...exampleDraftMeta, pk: 'draft', sk: exampleDraftMeta.id })
    return JSON.stringify({ Items: [draft], Count: 1 })
  }
  if (operation !== 'GetItem' || !request.body.includes(deviceId)) return undefined
  return JSON.stringify({ Item: attributesOf({ ...device, pk: 'device', sk: deviceId }) })
}

/**
 * CPU of a device's opinion, from the request's bytes to the answer's, a hundred a request: parsing, cleaning, checks,
 * hashing and the signed request to DynamoDB up to the network, which is stubbed. The best of five rounds.
 */
export async function bench(): Promise<BenchResult> {
  const aws = stubbedAws()
  const send = async (request: SentRequest) => {
    const own = request.url.host.includes('s3') ? undefined : answerOwn(request)
    return own === undefined ? aws.send(request) : { status: 200, body: Buffer.from(own) }
  }
  const credentials = { accessKeyId: 'x', secretAccessKey: 'y', sessionToken: 'z'.repeat(400) }
  const place = { region: 'cn-north-1', credentials, now: () => new Date(), send }
  const deps = {
    ...storesOn({
      tables: directTables(place),
      objects: directObjects(place, 'objects'),
      tableNames: { opinions: 'opinions', people: 'people', desk: 'desk' },
      logOrigin: 'bench.kaimen.example',
      keys: testKeys,
    }),
    keys: testKeys,
    randomness: { bytes: pooledBytes },
    settings: { ...testSettings, noticeVersion: '2026-1' },
  }
  const bodies = Array.from({ length: (roundCount + 1) * batches }, () => {
    const sessionId = aSession().id
    const verbatim = '晚上九点以后江边的灯太暗，老人走着不放心，'.repeat(14).slice(0, 280)
    const opinions = Array.from({ length: batch }, () => collected({ sessionId, verbatim }))
    return JSON.stringify({ deviceId, sentAt: duringWindow, sessions: [], opinions })
  })
  const give = async (body: string) => {
    const request = SyncEnvelope.parse(JSON.parse(body))
    const answer = SyncAnswer.parse(await syncOpinions(deps, member, request, duringWindow))
    if (answer.opinions.some(({ verdict }) => verdict !== 'stored')) throw new Error('not all were stored')
    return JSON.stringify(answer)
  }
  const [warmUp = [], ...rounds] = Array.from({ length: roundCount + 1 }, (_, at) =>
    bodies.slice(at * batches, (at + 1) * batches),
  )
  return {
    figures: await costOfOne(aws, { warmUp, rounds, opinions: batches * batch, give }),
    budgets: { cpuMsPerOpinion: 0.5, writesPerOpinion: 1.02, writeUnitsPerOpinion: 1.02 },
  }
}
