import { describe, expect, it } from 'vitest'
import { HeldSession, reviseSession } from '#core/collecting/collecting-session.ts'
import { aSession } from '../../support/open-collecting.ts'

const session = aSession()
const deviceId = '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01'
const sending = (sentAt: string) => ({
  deviceId,
  recordedBy: 'm-collector',
  sentAt,
  receivedAt: '2026-11-20T08:00:00.000Z',
})
const held = HeldSession.parse({
  contactPointId: 'cp-hexi',
  session,
  sending: sending('2026-11-20T08:00:00.000Z'),
  earlier: [],
  rev: 3,
})
const next = (headcount: number, sentAt: string) =>
  ({ session: { ...session, headcount }, sending: sending(sentAt) }) as unknown as HeldSession

describe('a session that arrives again', () => {
  it('with the same words is a repeat, in whatever order its fields come', () => {
    const same = Object.fromEntries(Object.entries(session).toReversed()) as typeof session
    expect(reviseSession(held, { session: same, sending: held.sending })).toEqual({ verdict: 'repeated' })
  })

  it('with other words is the next revision, and what it said before is kept', () => {
    const outcome = reviseSession(held, next(24, '2026-11-20T09:00:00.000Z'))
    expect(outcome).toMatchObject({
      verdict: 'revised',
      revised: { session: { headcount: 24 }, earlier: [{ session: { headcount: 23 } }], rev: 3 },
    })
  })

  it('overtaken on its way by a newer one of the same device does not undo it', () => {
    expect(reviseSession(held, next(22, '2026-11-20T07:58:00.000Z')).verdict).toBe('repeated')
  })

  it('from a device whose clock was put right by days is taken for what it is: newer', () => {
    expect(reviseSession(held, next(24, '2026-11-17T08:00:00.000Z')).verdict).toBe('revised')
  })

  it('keeps the ten newest of its earlier revisions', () => {
    let stands = held
    for (let headcount = 24; headcount < 44; headcount += 1) {
      const outcome = reviseSession(stands, next(headcount, `2026-11-20T10:00:${headcount}.000Z`))
      if (outcome.verdict === 'revised') stands = outcome.revised
    }
    expect(stands.earlier.map((earlier) => earlier.session.headcount)).toEqual([
      33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
    ])
  })
})
