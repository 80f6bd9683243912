import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Collector } from '../../site/src/collect/engine/collector.ts'
import { TestDevice } from '../support/collect-device.ts'
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
  const photo = new Blob([Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(700_000, 7)])], {
    type: 'image/jpeg',
  })
  await collector.addAttachment(session.id, photo)
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

test('a backup is opened, verified and taken in once, whoever carries it', async () => {
  const { collector } = await openDevice()
  const id = await write(collector)
  const file = JSON.parse(await (await collector.backup()).text()) as unknown
  const carried = await office.ask('liaison', 'POST', '/office/api/carried', { json: file })
  expect(carried.body).toMatchObject({ opinions: [{ id, verdict: 'stored' }] })
  await collector.send()
  expect(await collector.opinions({})).toMatchObject([
    { id, delivery: { state: 'delivered', verdict: 'repeated' } },
  ])
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
