import { webcrypto } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CarriedFile, SyncAnswer } from '#contract/collect-api.ts'
import { instant, type Instant } from '#core/time.ts'
import { makeKeys } from '../../functions/store/keys.ts'
import { sealingPublicKey } from '../../functions/actions/collecting/sealing-key.ts'
import { carry } from '../support/carry.ts'
import { duringWindow } from '../support/example-consultation.ts'
import type { MemberName } from '../support/open-office.ts'
import {
  aDevice,
  aSession,
  collected,
  openCollecting,
  type OpenCollecting,
} from '../support/open-collecting.ts'

let office: OpenCollecting
let sealingKey: string
const writtenAt = instant(Date.parse(duringWindow) - 2 * 86_400_000)
beforeAll(async () => {
  office = await openCollecting()
  sealingKey = (await office.ask('collector', 'GET', '/office/api/collect/kit')).body['sealingKey'] as string
})

/** The same text with another first character, whichever it has. */
const otherFirst = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

const request = (deviceId: string, opinions: unknown[], sessions: unknown[] = []) => ({
  deviceId,
  sentAt: writtenAt,
  sessions,
  opinions,
})
async function bring(file: CarriedFile, who: MemberName = 'liaison', query = '') {
  const answer = await office.ask(who, 'POST', `/office/api/carried${query}`, { json: file })
  return { status: answer.status, code: answer.body['code'], body: answer.body as unknown as SyncAnswer }
}
const written = (
  device = office.device,
  opinions: unknown[] = [collected({ collectedAt: writtenAt })],
  more: { memberId?: string; sessions?: unknown[] } = {},
) =>
  carry(device, {
    writtenAt,
    sealingKey,
    requests: [request(device.id, opinions, more.sessions)],
    ...(more.memberId && { memberId: more.memberId }),
  })

describe('a file that another person carries (row 27)', () => {
  it('has the answers of a sync, is the collector’s, and its times are as they were', async () => {
    const [session, opinion] = [aSession(), collected({ collectedAt: writtenAt })]
    const file = written(office.device, [opinion], { memberId: 'm-collector', sessions: [session] })
    expect(JSON.stringify(file)).not.toContain(opinion.verbatim)
    const { status, body } = await bring(file)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      sessions: [{ id: session.id, verdict: 'stored' }],
      opinions: [{ verdict: 'stored' }],
    })
    expect(await office.held(opinion.receiptCode)).toMatchObject({
      recordedBy: 'm-collector',
      collectedAt: writtenAt,
      receivedAt: duringWindow,
    })
  })

  it('brought twice, or after the device found its network again, is a repeat', async () => {
    const opinion = collected({ collectedAt: writtenAt })
    const file = written(office.device, [opinion])
    await bring(file)
    expect((await bring(file, 'admin')).body.opinions).toMatchObject([{ verdict: 'repeated' }])
    expect((await office.syncOne(opinion)).verdict).toBe('repeated')
  })

  it.each<[string, (file: CarriedFile) => CarriedFile]>([
    ['a byte of what is sealed', (file) => ({ ...file, sealed: otherFirst(file.sealed) })],
    ['its time', (file) => ({ ...file, writtenAt: duringWindow })],
    ['its signature', (file) => ({ ...file, signature: Buffer.alloc(64, 1).toString('base64') })],
    ['the key it was sealed with', (file) => ({ ...file, ephemeralKey: written().ephemeralKey })],
  ])('with %s changed is not taken', async (_what, change) => {
    expect(await bring(change(written()))).toMatchObject({ status: 422, code: 'carried-tampered' })
  })

  it('sealed for another portal cannot be opened here', async () => {
    const { publicKey: _, ...ours } = office.deps.keys
    const theirs = sealingPublicKey({ ...ours, hmac: (message) => ours.hmac(`other ${message}`) })
    const file = carry(office.device, { writtenAt, sealingKey: theirs, requests: [] })
    expect(await bring(file)).toMatchObject({ status: 422, code: 'carried-unreadable' })
  })

  it('cannot speak for another device', async () => {
    const other = (await office.enrol('collector')).device
    const file = carry(office.device, { writtenAt, sealingKey, requests: [request(other.id, [collected()])] })
    expect(await bring(file)).toMatchObject({ status: 422, code: 'carried-tampered' })
  })

  it('of a device nobody knows is set aside at the contact point that brings it', async () => {
    const opinion = collected({ collectedAt: writtenAt })
    const file = written(aDevice(), [opinion])
    expect((await bring(file)).body.opinions).toMatchObject([{ verdict: 'quarantined' }])
    expect((await bring(file)).body.opinions).toMatchObject([{ verdict: 'quarantined' }])
    const { body } = await office.ask('liaison', 'GET', '/office/api/quarantine')
    const items = (body['items'] as { reason: string; deviceId: string }[]).filter(
      ({ deviceId }) => deviceId === file.deviceId,
    )
    expect(items).toMatchObject([{ reason: 'device-unknown', carriedBy: 'm-liaison' }])
    expect((await bring(file, 'admin')).status).toBe(422)
    expect((await bring(file, 'admin', '?contactPointId=cp-hedong')).body.opinions).toMatchObject([
      { verdict: 'quarantined' },
    ])
  })

  it('of a revoked device, or of a person who has left, is set aside (rows 15, 19)', async () => {
    const own = await openCollecting()
    const put = async (file: CarriedFile) =>
      (await own.ask('admin', 'POST', '/office/api/carried', { json: file })).body as unknown as SyncAnswer
    const file = () =>
      carry(own.device, {
        writtenAt,
        sealingKey,
        requests: [request(own.device.id, [collected({ collectedAt: writtenAt })])],
        memberId: 'm-collector',
      })
    const member = (await own.deps.members.list()).find(({ id }) => id === 'm-collector')!
    await own.deps.members.put({ ...member, active: false }, member.rev)
    expect((await put(file())).opinions).toMatchObject([{ verdict: 'quarantined' }])
    await own.ask('admin', 'POST', `/office/api/devices/${own.device.id}/revoke`)
    expect((await put(file())).opinions).toMatchObject([{ verdict: 'quarantined' }])
    const { body } = await own.ask('liaison', 'GET', '/office/api/quarantine')
    expect((body['items'] as { reason: string }[]).map(({ reason }) => reason).sort()).toEqual([
      'device-revoked',
      'member-inactive',
    ])
  })
})

it('a browser seals what the portal opens', async () => {
  const { subtle } = webcrypto
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const portal = await subtle.importKey('spki', Buffer.from(sealingKey, 'base64'), curve, false, [])
  const pair = (await subtle.generateKey(curve, true, ['deriveBits'])) as webcrypto.CryptoKeyPair
  const bits = await subtle.deriveBits({ name: 'ECDH', public: portal }, pair.privateKey, 256)
  const hkdf = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: Buffer.from('kaimen carried v1'),
  }
  const base = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const key = await subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const opinion = collected({ collectedAt: writtenAt })
  const plain = Buffer.from(JSON.stringify({ requests: [request(office.device.id, [opinion])] }))
  const sealed = Buffer.from(await subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)).toString('base64')
  const ephemeralKey = Buffer.from(await subtle.exportKey('raw', pair.publicKey)).toString('base64')
  const ivText = Buffer.from(iv).toString('base64')
  const pkcs8 = office.device.privateKey.export({ type: 'pkcs8', format: 'der' })
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const signer = await subtle.importKey('pkcs8', pkcs8, ecdsa, false, ['sign'])
  const message = Buffer.from([office.device.id, writtenAt, ephemeralKey, ivText, sealed].join('\n'))
  const signature = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signer, message)
  const file = {
    kaimen: 'carried v1' as const,
    deviceId: office.device.id as CarriedFile['deviceId'],
    writtenAt: writtenAt as Instant,
    opinions: 1,
    ephemeralKey,
    iv: ivText,
    sealed,
    signature: Buffer.from(signature).toString('base64'),
  }
  expect((await bring(file)).body.opinions).toMatchObject([{ verdict: 'stored' }])
})

it('the sealing key belongs to the deployment: the same after a restart, another elsewhere', () => {
  const secret = {
    signingKey: Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      Buffer.alloc(32, 7),
    ]).toString('base64'),
  }
  const [a, again, b] = [9, 9, 8].map((fill) =>
    sealingPublicKey(makeKeys({ ...secret, hmacSecret: Buffer.alloc(32, fill).toString('base64') })),
  )
  expect(a).toBe(again)
  expect(a).not.toBe(b)
})
