import { beforeAll, describe, expect, inject, it } from 'vitest'
import { createPublicApp } from '../../functions/http/public-app.ts'
import { callAws, type AwsAnswer, type AwsPlace } from '../../functions/store/aws-call.ts'
import { directObjects } from '../../functions/store/direct-objects.ts'
import { directTables } from '../../functions/store/direct-tables.ts'
import { documentClient } from '../../functions/store/document-client.ts'
import { makeObjects } from '../../functions/store/objects.ts'
import { storesOn } from '../../functions/store/stores-on.ts'
import type { Item, Tables } from '../../functions/store/tables.ts'
import { silentTelemetry } from '../../functions/telemetry/telemetry.ts'
import { localCredentials, localRegion } from '../../infra/local/dynamodb-local.ts'
import { buildOpinion } from '../support/build-opinion.ts'
import { exampleAuthority as authority } from '../support/example-authority.ts'
import { submission } from '../support/example-consultation.ts'
import { openPortal, type OpenPortal } from '../support/open-consultation.ts'
import { testKeys } from '../support/test-keys.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})

function engine(which: 'dynamoEndpoint' | 's3Endpoint'): AwsPlace {
  const now = () => new Date()
  return { region: localRegion, credentials: localCredentials, endpoint: inject(which), now }
}

const speakers: [string, () => Tables][] = [
  ['AWS’s client', () => documentClient(portal.deps.places.dynamo)],
  ['the protocol itself', () => directTables(engine('dynamoEndpoint'))],
]

describe.each(speakers)('tables through %s', (name, speak) => {
  const TableName = () => portal.deps.places.tableNames.desk
  const Item = (sk: string, more: Item = {}): Item => ({ pk: name, sk, ...more })

  it('give back every kind of value as it was, and leave absent fields out', async () => {
    const kinds = {
      text: '𠮷㐱〇\n"',
      empty: '',
      number: 12.5,
      big: 1_795_000_000_000,
      yes: true,
      nothing: null,
      list: [1, 'a', [false], {}],
      map: { inner: { deep: '深' } },
      bytes: Uint8Array.of(0, 255, 7),
    }
    const tables = speak()
    await tables.put({ TableName: TableName(), Item: Item('kinds', { ...kinds, absent: undefined }) })
    const held = await tables.get({ TableName: TableName(), Key: Item('kinds'), ConsistentRead: true })
    expect({ ...held, bytes: Array.from((held?.['bytes'] ?? []) as Uint8Array) }).toEqual(
      Item('kinds', { ...kinds, bytes: [0, 255, 7] }),
    )
    expect(await tables.get({ TableName: TableName(), Key: Item('none') })).toBeUndefined()
  })

  it('refuse a failed condition by DynamoDB’s name, with what stood there', async () => {
    const tables = speak()
    const write = (rev: number) =>
      tables.put({
        TableName: TableName(),
        Item: Item('once', { rev }),
        ConditionExpression: 'attribute_not_exists(pk) OR #rev = :rev',
        ExpressionAttributeNames: { '#rev': 'rev' },
        ExpressionAttributeValues: { ':rev': 99 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
    await write(1)
    await expect(write(2)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { rev: { N: '1' } },
    })
  })

  it('list in pages, forwards and backwards', async () => {
    const tables = speak()
    const pk = `${name} list`
    for (const sk of ['a', 'b', 'c']) await tables.put({ TableName: TableName(), Item: { pk, sk } })
    const query = (more: object) =>
      tables.query({
        TableName: TableName(),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ...more,
      })
    const first = await query({ Limit: 2 })
    expect(first.items.map(({ sk }) => sk)).toEqual(['a', 'b'])
    const second = await query({ Limit: 2, ExclusiveStartKey: first.next })
    expect(second).toEqual({ items: [{ pk, sk: 'c' }], next: undefined })
    expect((await query({ ScanIndexForward: false })).items.map(({ sk }) => sk)).toEqual(['c', 'b', 'a'])
    const all = await tables.scan({ TableName: TableName(), ConsistentRead: true })
    expect(all.items).toContainEqual({ pk, sk: 'b' })
  })

  it('write all of a transaction or none, and say which condition failed', async () => {
    const tables = speak()
    const put = (sk: string) => ({
      Put: { TableName: TableName(), Item: Item(sk), ConditionExpression: 'attribute_not_exists(pk)' },
    })
    await tables.transact([put('t1'), put('t2')])
    const again = tables.transact([
      put('t3'),
      put('t2'),
      { Delete: { TableName: TableName(), Key: Item('t1') } },
    ])
    await expect(again).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }, { Code: 'None' }],
    })
    expect(await tables.get({ TableName: TableName(), Key: Item('t3') })).toBeUndefined()
    await tables.remove({ TableName: TableName(), Key: Item('t1') })
    expect(await tables.get({ TableName: TableName(), Key: Item('t1') })).toBeUndefined()
  })
})

describe('objects through the protocol itself', () => {
  it('are read byte by byte, whatever their key, and absent ones are absent', async () => {
    const { s3, bucket } = portal.deps.places
    const direct = directObjects(engine('s3Endpoint'), bucket)
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)
    const key = "log/c-1/tile/x001/000.p/37 (a)'*!~.json"
    await makeObjects(s3, bucket).put(key, bytes)
    expect(Buffer.compare((await direct.find(key)) ?? Buffer.of(), bytes)).toBe(0)
    expect(await direct.find('log/c-1/none')).toBeUndefined()
    await expect(direct.put(key, bytes)).rejects.toThrow('only reads')
  })
})

describe('the public app as it is deployed', () => {
  it('takes, repeats, refuses and answers through the protocols themselves', async () => {
    const { tableNames, bucket } = portal.deps.places
    const stores = storesOn({
      tables: directTables(engine('dynamoEndpoint')),
      objects: directObjects(engine('s3Endpoint'), bucket),
      tableNames,
      logOrigin: 'test.kaimen.example',
      keys: testKeys,
    })
    const app = createPublicApp({ ...portal.deps, ...stores, authority, telemetry: silentTelemetry })
    const post = async (path: string, body: unknown) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const receiptCode = 'K7QX29DFM4TA8RWE3HNZP68N'
    const given = submission({ receiptCode, contact: '13800000000', verbatim: '𠮷野家门口' })
    const copies = await Promise.all(Array.from({ length: 30 }, () => post(portal.opinionsPath, given)))
    expect(copies.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(copies.filter(({ status }) => status === 200)).toHaveLength(29)
    expect((await post(portal.opinionsPath, { ...given, verbatim: '别的' })).status).toBe(409)
    await portal.deps.sequence()
    const answer = await (await post('/api/receipts', { receiptCode })).json()
    expect(answer).toMatchObject({ state: 'logged', opinion: { verbatim: '𠮷野家门口' }, proof: { size: 1 } })
    expect((await app.request('/api/consultations')).status).toBe(200)
  })
})

describe('a call', () => {
  const place = (answers: (AwsAnswer | Error)[]): AwsPlace => ({
    region: 'cn-north-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    now: () => new Date(0),
    send: async () => {
      const next = answers.shift()
      if (next === undefined) throw new Error('asked once too often')
      if (next instanceof Error) throw next
      return next
    },
  })
  const answer = (status: number, body: object = {}) => ({ status, body: Buffer.from(JSON.stringify(body)) })
  const throttled = answer(400, { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException' })
  const stores = (answers: (AwsAnswer | Error)[]) =>
    storesOn({
      tables: directTables(place(answers)),
      objects: directObjects(place([]), 'b'),
      tableNames: { opinions: 'o', people: 'p', desk: 'd' },
      logOrigin: 'x',
      keys: testKeys,
    })

  it('is sent again after throttling, a fault of AWS or a broken connection', async () => {
    const answers = [throttled, new Error('ECONNRESET'), answer(200)]
    expect(await stores(answers).inbox.append(buildOpinion('a'))).toEqual({ stored: true })
    expect(answers).toHaveLength(0)
  })

  it('that stays throttled or unanswered is busy, and an opinion is never called stored', async () => {
    const append = (answers: (AwsAnswer | Error)[]) => stores(answers).inbox.append(buildOpinion('a'))
    const slow = () => Object.assign(new Error('slow'), { name: 'TimeoutError' })
    await expect(append([throttled, throttled, throttled])).rejects.toMatchObject({ code: 'busy' })
    await expect(append([answer(500), answer(503), answer(500)])).rejects.toMatchObject({ code: 'busy' })
    await expect(append([slow(), slow(), slow()])).rejects.toMatchObject({ code: 'busy' })
  })

  it('that is refused is not sent again, and its message, which may quote, is dropped', async () => {
    const refused = answer(400, { __type: 'x#ValidationException', message: '老人遛狗 in key' })
    const error = await stores([refused])
      .inbox.append(buildOpinion('a'))
      .catch((held: unknown) => held)
    expect(error).toMatchObject({ name: 'ValidationException' })
    expect(String(error) + JSON.stringify(error)).not.toContain('老人遛狗')
  })

  it('goes to the partition of its region', async () => {
    const hosts: string[] = []
    const send = async ({ url }: { url: URL }) => {
      hosts.push(url.host)
      return answer(200)
    }
    for (const region of ['cn-north-1', 'eu-central-1'])
      await directTables({ ...place([]), region, send }).get({ TableName: 't', Key: {} })
    expect(hosts).toEqual(['dynamodb.cn-north-1.amazonaws.com.cn', 'dynamodb.eu-central-1.amazonaws.com'])
  })

  it('answers what AWS answered when it does not pass', async () => {
    const request = { method: 'GET', url: new URL('https://x.example/'), headers: {}, body: '' } as const
    expect((await callAws(place([answer(404)]), 's3', request, () => false)).status).toBe(404)
  })
})
