import { pooledBytes } from '../../functions/entry/make-lambda-deps.ts'
import { createPublicApp } from '../../functions/http/public-app.ts'
import { directObjects } from '../../functions/store/direct-objects.ts'
import { directTables } from '../../functions/store/direct-tables.ts'
import { makeKeys } from '../../functions/store/keys.ts'
import { storesOn } from '../../functions/store/stores-on.ts'
import { createTelemetry } from '../../functions/telemetry/telemetry.ts'
import { exampleAuthority } from '../support/example-authority.ts'
import { consultationId, duringWindow, submission } from '../support/example-consultation.ts'
import type { BenchResult } from './bench.ts'
import { costOfOne } from './support-cost-of-one.ts'
import { stubbedAws } from './support-stubbed-aws.ts'
import { testSettings } from '../support/test-settings.ts'

const warmUp = 3000
const roundCount = 5
const opinions = 2000
/** What one write unit must hold: 280 characters, all different enough that nothing can be squeezed out of them. */
const verbatimChars = 280

function hanText(seed: number): string {
  let text = ''
  for (let at = 0, held = seed + 1; at < verbatimChars; at += 1) {
    held = (held * 48_271) % 2_147_483_647
    text += String.fromCharCode(0x4e00 + (held % 20_000))
  }
  return text
}

function makeApp() {
  const aws = stubbedAws()
  const place = {
    region: 'cn-north-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y', sessionToken: 'z'.repeat(400) },
    now: () => new Date(),
    send: aws.send,
  }
  const keys = makeKeys({
    signingKey: Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      Buffer.alloc(32, 7),
    ]).toString('base64'),
    hmacSecret: Buffer.alloc(32, 9).toString('base64'),
  })
  const stores = storesOn({
    tables: directTables(place),
    objects: directObjects(place, 'objects'),
    tableNames: { opinions: 'opinions', people: 'people', desk: 'desk' },
    logOrigin: 'bench.kaimen.example',
    keys,
  })
  const clock = { now: () => duringWindow }
  const app = createPublicApp({
    ...stores,
    authority: exampleAuthority,
    keys,
    clock,
    randomness: { bytes: pooledBytes },
    settings: { ...testSettings, origin: 'https://bench.kaimen.example', noticeVersion: '2026-1' },
    telemetry: createTelemetry(() => undefined, clock.now),
  })
  return { aws, app }
}

/**
 * CPU of taking an opinion in, from the request's bytes to the answer's, as the public function does it: parsing,
 * checks, hashing, the signed promise, and the signed request to DynamoDB up to the network, which is stubbed.
 * Writes are counted where they leave. The best of five rounds: what the code costs, not what its neighbours cost.
 */
export async function bench(): Promise<BenchResult> {
  const { aws, app } = makeApp()
  const path = `/api/consultations/${consultationId}/opinions`
  const bodies = Array.from({ length: warmUp + roundCount * opinions }, (_, at) =>
    JSON.stringify(submission({ verbatim: hanText(at), proponent: { category: '居民', area: '河西村' } })),
  )
  const headers = { 'content-type': 'application/json', origin: 'https://bench.kaimen.example' }
  const give = async (body: string) => {
    const response = await app.request(path, { method: 'POST', headers, body })
    if (response.status !== 201) throw new Error(`answered ${response.status}: ${await response.text()}`)
    await response.text()
  }
  const rounds = Array.from({ length: roundCount }, (_, at) =>
    bodies.slice(warmUp + at * opinions, warmUp + (at + 1) * opinions),
  )
  return {
    figures: await costOfOne(aws, { warmUp: bodies.slice(0, warmUp), rounds, opinions, give }),
    budgets: { cpuMsPerOpinion: 0.5, writesPerOpinion: 1, writeUnitsPerOpinion: 1 },
  }
}
