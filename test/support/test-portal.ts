import { randomBytes, randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Deps } from '#core/ports.ts'
import type { BulletinJobName, BulletinWorker } from '#core/bulletin/bulletin-job.ts'
import type { ExportName } from '#core/deciding/export-job.ts'
import type { ExportFiles, ExportWorker } from '#core/deciding/export-ports.ts'
import type { Instant } from '#core/time.ts'
import { sequenceOpinions } from '../../functions/actions/log/sequence-opinions.ts'
import { documentClient } from '../../functions/store/document-client.ts'
import { scanInbox } from '../../functions/store/inbox-scan.ts'
import { makeStores } from '../../functions/store/make-stores.ts'
import { localDynamoClient } from '../../infra/local/dynamodb-local.ts'
import { makeTables } from '../../infra/local/make-tables.ts'
import { localS3Client } from '../../infra/local/s3-local.ts'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { collect } from './collect.ts'
import { testKeys } from './test-keys.ts'
import { testSettings } from './test-settings.ts'

/** A clock tests set by hand. */
export interface TestClock {
  now(): Instant
  set(now: Instant): void
}

export function testClock(start: Instant): TestClock {
  let now = start
  return { now: () => now, set: (next) => void (now = next) }
}

/** Everything actions and apps need, and what only a test does. */
export type TestDeps = Omit<Deps, 'clock'> & {
  clock: TestClock
  exportFiles: ExportFiles
  /** Notes what it was asked to do; tests do it with `runExport`. */
  exportWorker: ExportWorker & { asked: ExportName[] }
  /** Notes what it was asked to do; tests do it with `runBulletinJob`. */
  bulletinWorker: BulletinWorker & { asked: BulletinJobName[] }
  /** Moves everything the inbox holds into the log, as the sequencer would. */
  sequence(): Promise<void>
  /** Where the stores of this portal are, for tests that look underneath. */
  places: {
    dynamo: ReturnType<typeof localDynamoClient>
    s3: ReturnType<typeof localS3Client>
    tableNames: { opinions: string; people: string; desk: string }
    bucket: string
  }
}

function notingWorker(): TestDeps['exportWorker'] {
  const asked: ExportName[] = []
  return {
    asked,
    start: async ({ consultationId, id }) => void asked.push({ consultationId, id }),
  }
}

function notingBulletinWorker(): TestDeps['bulletinWorker'] {
  const asked: BulletinJobName[] = []
  return {
    asked,
    start: async ({ consultationId, kind }) => void asked.push({ consultationId, kind }),
  }
}

async function makePlaces(): Promise<TestDeps['places']> {
  const prefix = `t${randomUUID().replaceAll('-', '')}`
  const dynamo = localDynamoClient(inject('dynamoEndpoint'))
  const s3 = localS3Client(inject('s3Endpoint'))
  const tableNames = {
    opinions: `${prefix}-opinions`,
    people: `${prefix}-people`,
    desk: `${prefix}-desk`,
  }
  await Promise.all([makeTables(dynamo, tableNames), s3.send(new CreateBucketCommand({ Bucket: prefix }))])
  return { dynamo, s3, tableNames, bucket: prefix }
}

/** A portal on fresh tables and a fresh bucket of the run's engines, with the clock at `now`. */
export async function makeTestDeps({ now }: { now: Instant }): Promise<TestDeps> {
  const places = await makePlaces()
  const deps = {
    ...makeStores({ ...places, logOrigin: 'test.kaimen.example', keys: testKeys }),
    settings: { ...testSettings, origin: 'https://test.kaimen.example', noticeVersion: '2026-1' },
    keys: testKeys,
    exportWorker: notingWorker(),
    bulletinWorker: notingBulletinWorker(),
    clock: testClock(now),
    randomness: { bytes: (length: number) => randomBytes(length) },
  }
  const client = documentClient(places.dynamo)
  const sequence = async () => {
    const pages = await collect(scanInbox(client, places.tableNames.opinions))
    if (pages.some(({ unreadable }) => unreadable > 0)) throw new Error('an opinion cannot be read back')
    const records = pages
      .flatMap((page) => page.records)
      .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    const { failures } = await sequenceOpinions(deps, records)
    if (failures[0] !== undefined) throw failures[0].error
  }
  return { ...deps, sequence, places }
}
