import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctDeviceTime } from '#core/collecting/device-clock.ts'
import { instant, type Instant } from '#core/time.ts'

const at = (text: string) => text as Instant
const receivedAt = at('2026-11-20T08:00:00.000Z')

describe('the time a device says', () => {
  it('is left alone when its clock is right, however slow the way', () => {
    const sending = { sentAt: at('2026-11-20T07:58:30.000Z'), receivedAt, carried: false }
    expect(correctDeviceTime(at('2026-11-18T01:00:00.000Z'), sending)).toEqual({
      at: '2026-11-18T01:00:00.000Z',
      isAfterSending: false,
    })
  })

  it.each([
    ['three days behind', '2026-11-17T08:00:00.000Z', '2026-11-15T08:00:00.000Z'],
    ['a year ahead', '2027-11-20T08:00:00.000Z', '2027-11-18T08:00:00.000Z'],
    ['in 1970, its battery dead', '1970-01-03T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
  ])('is moved by what a clock is %s', (_what, sentAt, collectedAt) => {
    const corrected = correctDeviceTime(at(collectedAt), { sentAt: at(sentAt), receivedAt, carried: false })
    expect(corrected).toEqual({ at: '2026-11-18T08:00:00.000Z', isAfterSending: false })
  })

  it('speaks against itself when it was collected after it was sent', () => {
    const sending = { sentAt: receivedAt, receivedAt, carried: false }
    expect(correctDeviceTime(at('2026-11-21T08:00:00.000Z'), sending).isAfterSending).toBe(true)
  })

  it('in a carried file says nothing about a clock that is behind, and is moved when it is ahead', () => {
    const daysOnItsWay = { sentAt: at('2026-11-16T08:00:00.000Z'), receivedAt, carried: true }
    expect(correctDeviceTime(at('2026-11-15T08:00:00.000Z'), daysOnItsWay).at).toBe(
      '2026-11-15T08:00:00.000Z',
    )
    const ahead = { sentAt: at('2026-11-22T08:00:00.000Z'), receivedAt, carried: true }
    expect(correctDeviceTime(at('2026-11-21T08:00:00.000Z'), ahead).at).toBe('2026-11-19T08:00:00.000Z')
  })

  it('is never after it was received, whatever the clocks say', () => {
    const ms = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(ms, ms, ms, fc.boolean(), (collected, sent, received, carried) => {
        const sending = { sentAt: instant(sent), receivedAt: instant(received), carried }
        const { at: corrected } = correctDeviceTime(instant(collected), sending)
        expect(corrected <= instant(received) || collected - sent > 0).toBe(true)
        expect(Date.parse(corrected)).toBeLessThanOrEqual(received)
      }),
    )
  })
})
