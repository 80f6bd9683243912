import { describe, expect, it } from 'vitest'
import type { Instant } from '#core/time.ts'
import { buildOpinion, opinionIdFor } from '../support/build-opinion.ts'
import type { ConsultationId } from '#core/ids.ts'
import { collect } from '../support/collect.ts'
import { makeTestDeps } from '../support/test-portal.ts'

const now = '2026-11-20T08:00:00.000Z' as Instant

describe('the inbox', () => {
  it('stores one of a hundred parallel copies and shows everybody the same', async () => {
    const { inbox } = await makeTestDeps({ now })
    const copies = Array.from({ length: 100 }, (_, i) =>
      buildOpinion('copy', { receivedAt: new Date(Date.parse(now) + i).toISOString() }),
    )
    const answers = await Promise.all(copies.map((copy) => inbox.append(copy)))
    const winners = copies.filter((_, i) => answers[i]?.stored)
    expect(winners).toHaveLength(1)
    const held = answers.flatMap((answer) => (answer.stored ? [] : [answer.held]))
    expect(held).toHaveLength(99)
    for (const record of held) expect(record).toEqual(winners[0])
  })

  it('keeps rare Han, line breaks and every optional field as they were', async () => {
    const { inbox } = await makeTestDeps({ now })
    const record = buildOpinion(
      'rare',
      { contactPointId: 'qingcun', batchId: 'b-1', rowKey: '7', collectedOn: '2026-11-19', flags: ['late'] },
      { verbatim: '𠮷野家门口\n㐱、〇、😀\t"引号"', provisionId: null, quote: '', reason: '' },
    )
    await inbox.append(record)
    expect(await inbox.find(record.id)).toEqual(record)
    expect(await inbox.find(opinionIdFor('nobody'))).toBeUndefined()
  })
})

describe('what was acknowledged for a consultation', () => {
  it('is found whole, and nothing of another one, whatever lengths and words it has', async () => {
    const { inbox } = await makeTestDeps({ now })
    const asked = 'c-asked' as ConsultationId
    const long = '很长的一段话。'.repeat(600)
    const of = (name: string, consultationId: string, verbatim = long) =>
      buildOpinion(name, {}, { consultationId: consultationId as ConsultationId, verbatim })
    const own = Array.from({ length: 120 }, (_, i) => of(`own-${i}`, asked))
    const others = [of('x', 'c-aske'), of('y', 'c-asked2'), of('z', 'xc-asked', '["c-asked"] [ ["c-asked",')]
    await Promise.all([...own, ...others].map((record) => inbox.append(record)))
    const found = (await collect(inbox.idPages(asked))).flat()
    expect(found.toSorted()).toEqual(own.map(({ id }) => id).toSorted())
  })
})

describe('contact data', () => {
  const contact = (expiresAtSeconds: number, text = '电话') => ({
    id: opinionIdFor('p'),
    contact: text,
    noticeVersion: '1',
    expiresAtSeconds,
  })

  it('is absent from the second it expires, though it still stands', async () => {
    const { people } = await makeTestDeps({ now })
    const expiry = Date.parse(now) / 1000
    await people.append(contact(expiry))
    const justBefore = new Date(expiry * 1000 - 1).toISOString() as Instant
    expect(await people.find(opinionIdFor('p'), justBefore)).toEqual(contact(expiry))
    expect(await people.find(opinionIdFor('p'), now)).toBeUndefined()
  })

  it('stays the first one when it is sent again, until it is erased', async () => {
    const { people } = await makeTestDeps({ now })
    await people.append(contact(2e9, '第一次'))
    await people.append(contact(2e9, '第二次'))
    expect((await people.find(opinionIdFor('p'), now))?.contact).toBe('第一次')
    await people.erase(opinionIdFor('p'))
    await people.erase(opinionIdFor('p'))
    expect(await people.find(opinionIdFor('p'), now)).toBeUndefined()
  })
})
