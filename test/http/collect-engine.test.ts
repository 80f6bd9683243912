import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Collector } from '../../site/src/collect/engine/collector.ts'
import { TestDevice } from '../support/collect-device.ts'
import type { MemberName } from '../support/open-office.ts'
import { consultationId, draftId } from '../support/example-consultation.ts'
import { aSession, openCollecting, type OpenCollecting } from '../support/open-collecting.ts'

const pin = 'river-2026'
const start = { consultationId, draftId } as Parameters<Collector['newOpinion']>[0]

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})

/** The engine before the real office app, signed in as a collector. */
async function openDevice(enrolmentCode?: string) {
  const device = new TestDevice(async (url, init) =>
    office.fetchAs('collector', init.method ?? 'GET', url, {
      ...(init.body != null && { body: init.body as string }),
      headers: init.headers as Record<string, string>,
    } as Parameters<typeof office.fetchAs>[3]),
  )
  device.clockMs = Date.parse(office.deps.clock.now())
  device.enrolmentCode = enrolmentCode
  const { collector } = await device.openTab()
  expect(await collector.signInHere(pin)).toEqual({ ok: true })
  return { device, collector }
}

async function write(collector: Collector, changes: object = {}): Promise<string> {
  const { id, content } = await collector.newOpinion(start)
  await collector.saveOpinion(id, { ...content, verbatim: '晚上江边的灯太暗', ...changes })
  expect(await collector.finishOpinion(id)).toEqual([])
  return id
}

test('tasks and drafts are taken along, a session, its photo and an opinion arrive', async () => {
  const { collector } = await openDevice()
  expect(await collector.tasks()).toMatchObject([{ consultationId, savedAt: expect.any(String) }])
  expect((await collector.draft(draftId))?.provisions.length).toBeGreaterThan(0)
  const session = aSession({ id: randomUUID() as ReturnType<typeof aSession>['id'] })
  await collector.saveSession(session)
  await collector.addAttachment(session.id, aPhoto())
  const id = await write(collector, { sessionId: session.id })
  await collector.send()
  const [kept] = await collector.opinions({})
  expect(kept).toMatchObject({ id, delivery: { state: 'delivered', verdict: 'stored' } })
  const [sent] = await collector.sessions(consultationId)
  expect(sent).toMatchObject({
    delivery: { state: 'delivered' },
    attachments: [{ sentPieces: 2, ofPieces: 2 }],
  })
  expect(collector.standing()).toMatchObject({ unsent: 0, unsentOther: 0, trouble: undefined })
  expect((await office.deps.inbox.find(id as never))?.content.verbatim).toBe('晚上江边的灯太暗')
})

/** A photo of two pieces. */
const aPhoto = () =>
  new Blob([Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(700_000, 7)])], {
    type: 'image/jpeg',
  })

/** Brings a carried file line by line, as the desk does; the answer to each line. */
async function bring(file: Blob, who: MemberName = 'liaison') {
  const lines = (await file.text()).trim().split('\n')
  const answers = []
  for (const line of lines) {
    const isPiece = (JSON.parse(line) as { kaimen: string }).kaimen === 'carried piece v1'
    const path = `/office/api/carried${isPiece ? '/pieces' : ''}`
    const headers = { 'content-type': 'application/json' }
    answers.push((await office.ask(who, 'POST', path, { body: line, headers })).body)
  }
  return { lines, answers }
}

test('a backup is opened, verified and taken in once, whoever carries it', async () => {
  const { collector } = await openDevice()
  const id = await write(collector)
  const { answers } = await bring(await collector.backup(true))
  expect(answers).toMatchObject([{ opinions: [{ id, verdict: 'stored' }] }])
  await collector.send()
  expect(await collector.opinions({})).toMatchObject([
    { id, delivery: { state: 'delivered', verdict: 'repeated' } },
  ])
})

test('photos are carried too, read by nobody on the way and there once, by whichever way they came first', async () => {
  const { collector } = await openDevice()
  const session = aSession({ id: randomUUID() as ReturnType<typeof aSession>['id'] })
  await collector.saveSession(session)
  await write(collector, { sessionId: session.id })
  const photo = aPhoto()
  const attachmentId = await collector.addAttachment(session.id, photo)
  expect(collector.backupContents()).toMatchObject({ opinions: 1, sessions: 1, photos: 1 })
  expect((await (await collector.backup(false)).text()).trim().split('\n')).toHaveLength(1)
  const file = await collector.backup(true)
  const { lines, answers } = await bring(file)
  expect(lines.map((line) => (JSON.parse(line) as { part: unknown }).part)).toEqual(
    [0, 1, 2].map((n) => ({ n, of: 3 })),
  )
  expect(lines.join('')).not.toContain(attachmentId)
  expect(answers).toMatchObject([
    { sessions: [{ id: session.id, verdict: 'stored' }], opinions: [{ verdict: 'stored' }] },
    { id: attachmentId, have: [0], complete: false },
    { id: attachmentId, have: [0, 1], complete: true },
  ])
  const read = await office.fetchAs('liaison', 'GET', `/office/api/attachments/${attachmentId}`)
  expect(Buffer.from(await read.arrayBuffer())).toEqual(Buffer.from(await photo.arrayBuffer()))
  expect((await bring(file, 'admin')).answers[2]).toMatchObject({ have: [0, 1], complete: true })
  await collector.send()
  expect(collector.standing()).toMatchObject({ unsent: 0, unsentOther: 0, setAside: 0 })
})

test('a carried piece that was changed, or is meant for another purpose, is not taken', async () => {
  const { collector } = await openDevice()
  const session = aSession({ id: randomUUID() as ReturnType<typeof aSession>['id'] })
  await collector.saveSession(session)
  await collector.addAttachment(session.id, aPhoto())
  const [records, piece] = (await (await collector.backup(true)).text())
    .split('\n')
    .slice(0, 2)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const post = async (path: string, json: unknown) => {
    const { status, body } = await office.ask('liaison', 'POST', `/office/api/carried${path}`, { json })
    return { status, code: body['code'] }
  }
  const later = { ...piece, writtenAt: '2096-01-01T00:00:00.000Z' }
  expect(await post('/pieces', later)).toEqual({ status: 422, code: 'carried-tampered' })
  expect(await post('', { ...piece, kaimen: 'carried v1', opinions: 0 })).toMatchObject({
    code: 'carried-unreadable',
  })
  const { opinions: _, ...rest } = records!
  expect(await post('/pieces', { ...rest, kaimen: 'carried piece v1' })).toMatchObject({
    code: 'carried-unreadable',
  })
})

test('more records than one request may bring are carried in several lines, each opinion with its session', async () => {
  const { collector } = await openDevice()
  const session = aSession({ id: randomUUID() as ReturnType<typeof aSession>['id'] })
  await collector.saveSession(session)
  for (let n = 0; n < 130; n += 1) await write(collector, { sessionId: session.id })
  const { answers } = await bring(await collector.backup(true))
  expect(answers).toMatchObject([
    { sessions: [{ verdict: 'stored' }] },
    { sessions: [{ verdict: 'repeated' }] },
  ])
  const verdicts = answers.flatMap(({ opinions }) => opinions as { verdict: string }[])
  expect(verdicts.filter(({ verdict }) => verdict === 'stored')).toHaveLength(130)
})

test('a correction names what it corrects', async () => {
  const { collector } = await openDevice()
  const id = await write(collector)
  const correction = await collector.correctOpinion(id)
  await collector.saveOpinion(correction.id, { ...correction.content, verbatim: '灯应当亮到十一点' })
  await collector.finishOpinion(correction.id)
  await collector.send()
  expect(collector.standing()).toMatchObject({ delivered: 2, setAside: 0 })
  expect((await office.deps.inbox.find(correction.id as never))?.supersedes).toBe(id)
})

test("the code of the desk's QR enrols one device; another that scans it late is enrolled by its person", async () => {
  const invited = await office.ask('liaison', 'POST', '/office/api/devices/codes', { json: {} })
  const { code } = invited.body as { code: string }
  const enrolledWithCode = async () => {
    const events = await office.deps.audit.list(50)
    return events.filter(({ action }) => action === 'device.enrol').map(({ facts }) => facts['withCode'])
  }
  const before = (await enrolledWithCode()).length
  await openDevice(code)
  await openDevice(code)
  const after = await enrolledWithCode()
  expect(after).toHaveLength(before + 2)
  expect(after.filter((withCode) => withCode === true)).toHaveLength(1)
})

test('a forgotten PIN is set anew by its person alone, and nothing written is lost', async () => {
  const { device, collector } = await openDevice()
  const id = await write(collector)
  await collector.lock()
  expect(await collector.signInHere('forgotten-it')).toEqual({ ok: false, trouble: 'wrong-pin' })
  expect(await collector.renewPin('123456')).toEqual({ ok: false, trouble: 'weak-pin' })
  expect(await collector.renewPin('bridge-2026')).toEqual({ ok: true })
  expect((await collector.opinions({})).map((held) => held.id)).toEqual([id])
  await collector.lock()
  const later = await device.openTab()
  const [locked] = (later.collector.access() as { members: { id: string }[] }).members
  expect(await later.collector.unlock(locked!.id, pin)).toBe(false)
  expect(await later.collector.unlock(locked!.id, 'bridge-2026')).toBe(true)
})

test('the portal gives a data key to nobody else, and to no device that was revoked', async () => {
  const { device, collector } = await openDevice()
  let sent: unknown
  const passOn = device.fetch
  device.fetch = (url, init) => {
    if (url.endsWith('/data-key')) sent = JSON.parse(init.body as string)
    return passOn(url, init)
  }
  await collector.renewPin('bridge-2026')
  const ask = (who: 'collector' | 'liaison') =>
    office.ask(who, 'POST', '/office/api/collect/data-key', { json: sent })
  expect((await ask('collector')).status).toBe(200)
  expect((await ask('liaison')).status).toBe(403)
  const { deviceId } = sent as { deviceId: string }
  await office.ask('liaison', 'POST', `/office/api/devices/${deviceId}/revoke`, { json: {} })
  expect((await ask('collector')).status).toBe(403)
  expect(await collector.renewPin('harbour-2026')).toMatchObject({ ok: false, trouble: 'not-permitted' })
})
