import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { makeStores } from '../../functions/store/make-stores.ts'
import { localDynamoClient, startDynamoLocal } from '../../infra/local/dynamodb-local.ts'
import { makeTables } from '../../infra/local/make-tables.ts'
import { localS3Client, startS3Local } from '../../infra/local/s3-local.ts'
import { startStreamPoller } from '../../infra/local/stream-poller.ts'
import { buildOpinion, testConsultation as c } from '../support/build-opinion.ts'
import { testKeys } from '../support/test-keys.ts'
import { testSettings } from '../support/test-settings.ts'

const tableNames = { opinions: 'opinions', people: 'people', desk: 'desk' }

/** Both engines on the files of a folder, and the stores on them. */
async function openEngines(folder: string) {
  const dynamoLocal = await startDynamoLocal({ dataDir: join(folder, 'dynamodb') })
  const s3Local = await startS3Local({ dataDir: join(folder, 's3') })
  onTestFinished(async () => {
    await Promise.all([dynamoLocal.stop(), s3Local.stop()])
  })
  const dynamo = localDynamoClient(dynamoLocal.endpoint)
  await makeTables(dynamo, tableNames)
  s3Local.makeBucket('objects')
  const s3 = localS3Client(s3Local.endpoint)
  const stores = makeStores({
    dynamo,
    s3,
    tableNames,
    bucket: 'objects',
    logOrigin: 'test.example',
    keys: testKeys,
  })
  const deps = {
    ...stores,
    settings: testSettings,
    randomness: { bytes: (length: number) => randomBytes(length) },
  }
  const said: string[] = []
  const follow = () =>
    startStreamPoller({ dynamo, opinionsTable: 'opinions', deps, say: (sentence) => said.push(sentence) })
  return { dynamoLocal, stores, follow, said }
}

/** Milliseconds until the log has `size` entries. */
async function untilLogged(stores: ReturnType<typeof makeStores>, size: number): Promise<number> {
  const start = Date.now()
  while ((await stores.opinionLog.head(c)).size < size) {
    if (Date.now() - start > 20_000) throw new Error('the log does not follow')
    await sleep(20)
  }
  return Date.now() - start
}

it('logs every acknowledged opinion, whatever is killed with -9 and when', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaimen-poller-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = await openEngines(folder)
  const poller = await first.follow()
  await first.stores.inbox.append(buildOpinion('warm'))
  await untilLogged(first.stores, 1)

  await first.stores.inbox.append(buildOpinion('quick'))
  expect(await untilLogged(first.stores, 2)).toBeLessThan(1500)

  // nobody follows while these are put; then the engine is killed
  await poller.stop()
  for (let i = 0; i < 20; i += 1) await first.stores.inbox.append(buildOpinion(`unseen-${i}`))
  process.kill(first.dynamoLocal.pid, 'SIGKILL')
  await sleep(100)

  const second = await openEngines(folder)
  const again = await second.follow()
  expect((await second.stores.opinionLog.head(c)).size).toBe(22)
  await second.stores.inbox.append(buildOpinion('after'))
  await untilLogged(second.stores, 23)
  expect((await second.stores.opinionLog.head(c)).tallies.received).toBe(23)
  await again.stop()
  expect([...first.said, ...second.said]).toEqual([])
})
