import { beforeAll, describe, expect, it } from 'vitest'
import type { EnrolmentInvitation, QuarantineItem, QuarantineSettlement } from '#contract/collect-api.ts'
import { instant } from '#core/time.ts'
import { closesAt, consultationId, duringWindow } from '../support/example-consultation.ts'
import {
  aDevice,
  aSession,
  collected,
  newCode,
  openCollecting,
  type OpenCollecting,
} from '../support/open-collecting.ts'

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})
const invite = async () =>
  (await office.ask('liaison', 'POST', '/office/api/devices/codes')).body as unknown as EnrolmentInvitation
const waiting = async (own = office, who: 'liaison' | 'admin' | 'otherLiaison' = 'liaison') =>
  (await own.ask(who, 'GET', '/office/api/quarantine')).body['items'] as QuarantineItem[]

describe('enrolling a device', () => {
  it('by the code shown at the desk works once, for one device', async () => {
    const { code } = await invite()
    const { device, answer } = await office.enrol('collector', aDevice(), code.toLowerCase())
    expect(answer.status).toBe(201)
    expect((await office.enrol('collector', device, code)).answer.status).toBe(200)
    const other = await office.enrol('collector', aDevice(), code)
    expect([other.answer.status, other.answer.body['code']]).toEqual([422, 'enrolment-code-not-valid'])
  })

  it('by one code from two devices at once enrols one of them', async () => {
    const { code } = await invite()
    const answers = await Promise.all([1, 2, 3].map(() => office.enrol('collector', aDevice(), code)))
    expect(answers.map(({ answer }) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 422, 422])
  })

  it("not by another contact point's code, nor by one a quarter of an hour old", async () => {
    const { code, expiresAt } = await invite()
    expect((await office.enrol('otherLiaison', aDevice(), code)).answer.status).toBe(422)
    const own = await openCollecting()
    const made = (await own.ask('liaison', 'POST', '/office/api/devices/codes'))
      .body as unknown as EnrolmentInvitation
    expect(Date.parse(expiresAt) - Date.parse(office.deps.clock.now())).toBe(15 * 60_000)
    own.deps.clock.set(made.expiresAt)
    expect((await own.enrol('collector', aDevice(), made.code)).answer.status).toBe(422)
  })

  it('refuses a key that is none, and an id that stands with another key', async () => {
    const none = await office.enrol('collector', { ...aDevice(), publicKey: 'AAAA' })
    expect(none.answer.body['errors']).toMatchObject([{ field: 'publicKey', code: 'malformed' }])
    const other = await office.enrol('collector', { ...aDevice(), id: office.device.id })
    expect([other.answer.status, other.answer.body['code']]).toEqual([409, 'already-exists'])
  })

  it('is listed at its own contact point and for the administrator', async () => {
    const listed = async (who: 'liaison' | 'otherLiaison' | 'admin') =>
      ((await office.ask(who, 'GET', '/office/api/devices')).body['devices'] as { id: string }[]).map(
        ({ id }) => id,
      )
    expect(await listed('liaison')).toContain(office.device.id)
    expect(await listed('admin')).toContain(office.device.id)
    expect(await listed('otherLiaison')).not.toContain(office.device.id)
    const { body } = await office.ask('liaison', 'GET', '/office/api/devices')
    const own = (body['devices'] as { id: string }[]).find(({ id }) => id === office.device.id)
    expect(own).toMatchObject({
      enrolledByName: (await office.ask('collector', 'GET', '/office/api/me')).body['name'],
    })
  })
})

describe('a lost device (row 19)', () => {
  it('is revoked by its own contact point or the administrator alone', async () => {
    const path = `/office/api/devices/${(await office.enrol('collector')).device.id}/revoke`
    expect((await office.ask('otherLiaison', 'POST', path)).status).toBe(403)
    const revoked = await office.ask('liaison', 'POST', path)
    expect(revoked.body['revokedAt']).toBe(office.deps.clock.now())
    expect((await office.ask('admin', 'POST', path)).body['revokedAt']).toBe(revoked.body['revokedAt'])
  })

  it('sends into quarantine, once, and what it sent before is a repeat; it cannot enrol itself back', async () => {
    const { device } = await office.enrol('collector')
    const before = collected()
    await office.syncOne(before, { device: device.id })
    await office.ask('liaison', 'POST', `/office/api/devices/${device.id}/revoke`)
    const [opinion, session] = [collected(), aSession()]
    const sent = { ...opinion, sessionId: session.id }
    const { body } = await office.sync([sent, before, { ...opinion, verbatim: '' }], {
      device: device.id,
      sessions: [session],
    })
    expect(body.opinions.map(({ verdict }) => verdict)).toEqual(['quarantined', 'repeated', 'quarantined'])
    expect(body.sessions[0]?.verdict).toBe('quarantined')
    expect((await office.syncOne(sent, { device: device.id })).verdict).toBe('quarantined')
    const items = (await waiting()).filter((item) => item.deviceId === device.id)
    expect(items).toHaveLength(2)
    expect(await office.held(opinion.receiptCode)).toBeUndefined()
    expect((await office.enrol('collector', device)).answer.body['revokedAt']).toBeTruthy()
    expect((await office.syncOne(collected(), { device: device.id })).verdict).toBe('quarantined')
  })
})

describe('what was set aside', () => {
  async function setOneAside(own: OpenCollecting, changes = {}) {
    const { device } = await own.enrol('collector')
    await own.ask('liaison', 'POST', `/office/api/devices/${device.id}/revoke`)
    const session = aSession()
    const opinion = collected({ sessionId: session.id, ...changes })
    await own.sync([opinion], { device: device.id, sessions: [session] })
    const item = (await waiting(own)).find(({ deviceId }) => deviceId === device.id)!
    const settle = async (
      decision: 'take' | 'refuse',
      who: 'liaison' | 'admin' | 'otherLiaison' = 'liaison',
    ) => {
      const json = { decision, reason: '当面核对过' }
      const answer = await own.ask(who, 'POST', `/office/api/quarantine/${item.id}`, { json })
      return { status: answer.status, body: answer.body as unknown as QuarantineSettlement }
    }
    return { item, opinion, session, settle, device }
  }

  it('is seen with its words by its own contact point, without them by the administrator, by no other', async () => {
    const { item, opinion } = await setOneAside(office)
    expect(item).toMatchObject({
      reason: 'device-revoked',
      billTitle: '云溪市滨水公共空间条例',
      provisionLabel: '第二十四条',
      opinion: { verbatim: opinion.verbatim },
      session: { headcount: 23 },
    })
    expect(JSON.stringify(item)).not.toContain(opinion.receiptCode)
    const seen = (await waiting(office, 'admin')).find(({ id }) => id === item.id)
    expect(seen).toMatchObject({ deviceName: '联系点平板', recordedByName: 'collector' })
    expect(seen?.opinion).toBeUndefined()
    expect(await waiting(office, 'otherLiaison')).toEqual([])
  })

  it('comes in by the one door, under the times it had, and only once', async () => {
    const own = await openCollecting()
    const { opinion, session, settle } = await setOneAside(own)
    own.deps.clock.set(instant(Date.parse(closesAt) + 86_400_000))
    await own.signInAgain('liaison')
    const taken = await settle('take')
    expect(taken.body).toMatchObject({
      answer: { verdict: 'stored', receivedAt: duringWindow, flags: [] },
      item: { settled: { decision: 'take' } },
    })
    expect(await own.held(opinion.receiptCode)).toMatchObject({
      receivedAt: duringWindow,
      collectedAt: duringWindow,
      recordedBy: 'm-collector',
    })
    expect((await settle('take')).body.answer?.verdict).toBe('repeated')
    const stands = await own.deps.collectingSessions.find('cp-hexi' as never, consultationId, session.id)
    expect(stands?.session.headcount).toBe(23)
    expect((await settle('refuse')).status).toBe(412)
  })

  it('is refused with a reason and stays on record', async () => {
    const { item, opinion, settle } = await setOneAside(office)
    expect((await settle('refuse', 'otherLiaison')).status).toBe(404)
    expect((await settle('refuse', 'admin')).body.item.settled).toMatchObject({
      decision: 'refuse',
      by: 'm-admin',
    })
    expect(await office.held(opinion.receiptCode)).toBeUndefined()
    expect((await waiting()).find(({ id }) => id === item.id)?.settled?.reason).toBe('当面核对过')
  })

  it('in conflict with what stands under its code waits on, with both kept', async () => {
    const receiptCode = newCode()
    const { settle } = await setOneAside(office, { receiptCode, verbatim: '设备上的' })
    await office.syncOne(collected({ receiptCode, verbatim: '先到的' }))
    const { body } = await settle('take')
    expect(body.answer?.verdict).toBe('conflict')
    expect(body.item.settled).toBeUndefined()
    expect((await office.held(receiptCode))?.content.verbatim).toBe('先到的')
  })
})

it('a member who was made inactive is told so, in a way a device understands (row 15)', async () => {
  const own = await openCollecting()
  const member = (await own.deps.members.list()).find(({ id }) => id === 'm-collector')!
  await own.deps.members.put({ ...member, active: false }, member.rev)
  const answer = await own.sync([collected()])
  expect([answer.status, (answer.body as never)['code']]).toEqual([403, 'membership-ended'])
})
