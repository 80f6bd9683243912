import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { readEnvironment, type EnvironmentKey } from '#contract/environment.ts'
import { Authority } from '#contract/published.ts'
import { instant } from '#core/time.ts'
import { makeStores } from '../store/make-stores.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { readKeys } from './read-keys.ts'

/** What every function of a deployment is told. */
export const commonSettings = [
  'opinionsTable',
  'peopleTable',
  'deskTable',
  'objectsBucket',
  'origin',
  'logOrigin',
  'keysSecret',
  'utcOffsetMinutes',
  'legalMinimumDays',
  'authority',
] as const satisfies readonly EnvironmentKey[]

/** Everything a function needs, made once when it starts; the only place that reads the clock and the environment. */
export async function makeLambdaDeps(environment: Record<string, string | undefined>) {
  const read = readEnvironment(environment, commonSettings)
  const { origin, utcOffsetMinutes, legalMinimumDays, logOrigin, objectsBucket: bucket } = read
  const authority = Authority.parse(JSON.parse(read.authority))
  const keys = await readKeys(read.keysSecret, environment)
  const clock = { now: () => instant(Date.now()) }
  const stores = makeStores({
    dynamo: new DynamoDBClient(),
    s3: new S3Client(),
    tableNames: { opinions: read.opinionsTable, people: read.peopleTable, desk: read.deskTable },
    bucket,
    logOrigin,
    keys,
  })
  return {
    ...stores,
    settings: { origin, utcOffsetMinutes, legalMinimumDays, noticeVersion: authority.noticeVersion },
    clock,
    randomness: { bytes: (length: number) => randomBytes(length) },
    keys,
    authority,
    log: createTelemetry((line) => process.stdout.write(`${line}\n`), clock.now),
  }
}
