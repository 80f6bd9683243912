import { describe, expect, it } from 'vitest'
import { Bill } from '#core/bill.ts'
import { ContactPoint } from '#core/contact-point.ts'
import { Task } from '#core/task.ts'
import { Decision } from '#core/deciding/decision.ts'
import type { ConsultationId, ContactPointId, MemberId } from '#core/ids.ts'
import { Member } from '#core/member.ts'
import type { Instant } from '#core/time.ts'
import { documentClient } from '../../functions/store/document-client.ts'
import { allDecisions } from '../support/all-decisions.ts'
import { opinionIdFor } from '../support/build-opinion.ts'
import { makeTestDeps } from '../support/test-portal.ts'

const now = '2026-11-20T08:00:00.000Z' as Instant
const c = 'c-1' as ConsultationId

const bill = (changes = {}) =>
  Bill.parse({ id: 'waterfront', title: '滨水公共空间条例', summary: '', createdAt: now, rev: 0, ...changes })
const member = (id: string, subject: string) =>
  Member.parse({ id, subject, name: '王丽', role: 'legislator', active: true, rev: 0 })
const decision = (name: string, changes = {}) =>
  Decision.parse({
    consultationId: c,
    opinionId: opinionIdFor(name),
    decidedBy: 'wang',
    decidedAt: now,
    rev: 0,
    ...changes,
  })

describe('items with a rev', () => {
  it('are written by one of two people who read the same rev; the other is told which rev stands', async () => {
    const { bills } = await makeTestDeps({ now })
    expect(await bills.put(bill(), 0)).toEqual(bill({ rev: 1 }))
    const both = await Promise.allSettled([
      bills.put(bill({ title: '甲' }), 1),
      bills.put(bill({ title: '乙' }), 1),
    ])
    const refused = both.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { code: 'changed-meanwhile', facts: { rev: 2 } } })
    expect((await bills.get(bill().id)).rev).toBe(2)
  })

  it('are not made twice and not changed when they are not there', async () => {
    const { bills } = await makeTestDeps({ now })
    await expect(bills.put(bill(), 3)).rejects.toMatchObject({ code: 'changed-meanwhile', facts: { rev: 0 } })
    await bills.put(bill(), 0)
    await expect(bills.put(bill(), 0)).rejects.toMatchObject({ code: 'changed-meanwhile', facts: { rev: 1 } })
  })

  it('are named when they are missing', async () => {
    const { bills, contactPoints, drafts } = await makeTestDeps({ now })
    await expect(bills.get(bill().id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(contactPoints.get('x' as ContactPointId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(drafts.text('x' as never)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a shape we do not know are our bug, not an answer', async () => {
    const { bills, places } = await makeTestDeps({ now })
    const Item = { pk: 'bill', sk: 'odd', id: 'odd', rev: 1 }
    await documentClient(places.dynamo).put({ TableName: places.tableNames.desk, Item })
    await expect(bills.list()).rejects.toThrow(/title/)
  })
})

describe('lists', () => {
  it('are whole though they fill many pages', async () => {
    const { decisions } = await makeTestDeps({ now })
    // about 4 MB: one page of a query holds 1 MB
    const note = '注'.repeat(1900)
    const names = Array.from({ length: 600 }, (_, i) => `d${i}`)
    while (names.length > 0)
      await Promise.all(names.splice(0, 50).map((name) => decisions.put(decision(name, { note }), 0)))
    const all = await allDecisions({ decisions }, c)
    expect(all.size).toBe(600)
    expect(all.get(opinionIdFor('d599'))).toEqual(decision('d599', { note, rev: 1 }))
    expect((await allDecisions({ decisions }, 'c-2' as ConsultationId)).size).toBe(0)
  })

  it('of tasks never mix consultations whose names begin alike', async () => {
    const { tasks } = await makeTestDeps({ now })
    const task = (consultationId: string, contactPointId: string) =>
      Task.parse({
        consultationId,
        contactPointId,
        dueOn: '2026-12-01',
        note: '',
        givenBy: 'wang',
        givenAt: now,
        rev: 0,
      })
    for (const given of [task('c-1', 'p-1'), task('c-1', 'p-2'), task('c-10', 'p-1')])
      await tasks.put(given, 0)
    expect((await tasks.listOf(c)).map(({ contactPointId }) => contactPointId)).toEqual(['p-1', 'p-2'])
    const own = await tasks.listFor('p-1' as ContactPointId)
    expect(own.map(({ consultationId }) => consultationId)).toEqual(['c-1', 'c-10'])
  })

  it('of contact points come back as they were put', async () => {
    const { contactPoints } = await makeTestDeps({ now })
    const point = ContactPoint.parse({
      id: 'qingcun',
      name: '青村镇联系点',
      owner: 'npc',
      tier: 'municipal',
      area: '青村镇',
      address: '',
      phone: '',
      openingHours: '',
      stations: [{ id: 's-1', name: '李窑村站', area: '李窑村' }],
      rev: 0,
    })
    await contactPoints.put(point, 0)
    expect(await contactPoints.list()).toEqual([{ ...point, rev: 1 }])
  })
})

describe('members', () => {
  it('are found by the subject they sign in with, also after it changed', async () => {
    const { members } = await makeTestDeps({ now })
    await members.put(member('wang', 'sub-1'), 0)
    expect(await members.findBySubject('sub-1')).toEqual({ ...member('wang', 'sub-1'), rev: 1 })
    await members.put(member('wang', 'sub-2'), 1)
    expect(await members.findBySubject('sub-1')).toBeUndefined()
    expect((await members.findBySubject('sub-2'))?.rev).toBe(2)
    expect((await members.list()).map(({ id }) => id)).toEqual(['wang'])
  })

  it('never share a subject, even when two are granted at once', async () => {
    const { members } = await makeTestDeps({ now })
    const both = await Promise.allSettled([
      members.put(member('wang', 'same'), 0),
      members.put(member('li', 'same'), 0),
    ])
    const refused = both.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { code: 'already-exists' } }])
    expect(await members.list()).toHaveLength(1)
    expect((await members.findBySubject('same'))?.id).toBe((await members.list())[0]?.id)
  })

  it('are changed from the rev that was read only', async () => {
    const { members } = await makeTestDeps({ now })
    await members.put(member('wang', 'sub-1'), 0)
    await expect(members.put(member('wang', 'sub-3'), 4)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      facts: { rev: 1 },
    })
    expect(await members.findBySubject('sub-3')).toBeUndefined()
  })
})

describe('sessions', () => {
  it('end at their last instant, and when they are ended', async () => {
    const { sessions } = await makeTestDeps({ now })
    const expiresAt = '2026-11-20T18:00:00.000Z' as Instant
    const session = { id: 'hash', memberId: 'wang' as MemberId, expiresAt }
    await sessions.append(session)
    await expect(sessions.append(session)).rejects.toMatchObject({ code: 'already-exists' })
    expect(await sessions.find('hash', '2026-11-20T17:59:59.999Z' as Instant)).toEqual(session)
    expect(await sessions.find('hash', expiresAt)).toBeUndefined()
    await sessions.end('hash')
    expect(await sessions.find('hash', now)).toBeUndefined()
  })
})

describe('the audit trail', () => {
  it('keeps everything, newest first, equal events of one millisecond included', async () => {
    const { audit } = await makeTestDeps({ now })
    const event = {
      at: now,
      memberId: 'wang' as MemberId,
      action: 'decide',
      subject: 'c-1',
      facts: { count: 2 },
    }
    const later = { ...event, at: '2026-11-20T08:00:00.001Z' as Instant, action: 'publish' }
    await Promise.all([audit.append(event), audit.append(event), audit.append(later)])
    expect(await audit.list(10)).toEqual([later, event, event])
    expect(await audit.list(1)).toEqual([later])
  })
})
