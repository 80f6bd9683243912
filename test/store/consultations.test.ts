import { describe, expect, it } from 'vitest'
import { Consultation, type ConsultationTransition } from '#core/consultation.ts'
import type { Instant } from '#core/time.ts'
import { makeTestDeps } from '../support/test-portal.ts'

const now = '2026-11-20T08:00:00.000Z' as Instant
const closesAt = '2026-12-20T16:00:00.000Z'
const before = '2026-12-20T15:59:59.999Z' as Instant
const at = closesAt as Instant

const consultation = (changes = {}) =>
  Consultation.parse({
    id: 'c-1',
    billId: 'waterfront',
    draftId: 'd-1',
    status: 'announced',
    opensAt: '2026-11-20T16:00:00.000Z',
    closesAt,
    extensions: [],
    explanatoryNote: '',
    categories: [],
    guidingQuestions: [],
    answerExpectedOn: '2027-01-20',
    postalAddress: '',
    phone: '',
    noticeVersion: '1',
    rev: 0,
    ...changes,
  })

async function stored(changes = {}) {
  const { consultations } = await makeTestDeps({ now })
  return { consultations, held: await consultations.append(consultation(changes)) }
}

describe('consultations', () => {
  it('are made once', async () => {
    const { consultations, held } = await stored()
    expect(held.rev).toBe(1)
    await expect(consultations.append(consultation())).rejects.toMatchObject({ code: 'already-exists' })
    expect(await consultations.list()).toEqual([held])
  })

  it.each<[ConsultationTransition, Instant, 'passes' | 'refused']>([
    ['extend', before, 'passes'],
    ['extend', at, 'refused'],
    ['answer', before, 'refused'],
    ['answer', at, 'passes'],
    ['withdraw', at, 'passes'],
    ['announce', now, 'refused'],
    ['reanswer', at, 'refused'],
  ])('at the boundary: %s at %s is %s', async (transition, instant, verdict) => {
    const { consultations, held } = await stored()
    const moved = consultations.transition(transition, held, instant)
    if (verdict === 'passes') {
      expect((await moved).rev).toBe(2)
      expect(await consultations.get(held.id)).toEqual(await moved)
    } else {
      await expect(moved).rejects.toMatchObject({
        code: 'transition-refused',
        facts: { transition, state: expect.any(String) },
      })
      expect(await consultations.get(held.id)).toEqual(held)
    }
  })

  it('judge the window that is stored, not the one that is written', async () => {
    const { consultations, held } = await stored()
    const longer = { ...held, closesAt: '2027-12-20T16:00:00.000Z' as Instant }
    await expect(consultations.transition('extend', longer, at)).rejects.toMatchObject({
      code: 'transition-refused',
    })
  })

  it('let one of two people move them', async () => {
    const { consultations, held } = await stored()
    const both = await Promise.allSettled([
      consultations.transition('withdraw', held, now),
      consultations.transition('extend', { ...held, closesAt: '2027-01-20T16:00:00.000Z' as Instant }, now),
    ])
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'changed-meanwhile', facts: { rev: 2 } } },
    ])
  })

  it('take the status the table gives, whatever the caller wrote', async () => {
    const { consultations, held } = await stored({ status: 'prepared' })
    expect((await consultations.transition('announce', held, now)).status).toBe('announced')
    expect((await consultations.get(held.id)).status).toBe('announced')
  })

  it('that are not there are named', async () => {
    const { consultations } = await makeTestDeps({ now })
    await expect(consultations.transition('withdraw', consultation(), now)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
