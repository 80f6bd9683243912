import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectedIntake } from '#core/collecting/collected-intake.ts'
import { readCalendarDate } from '#core/batch/collection-date.ts'
import { closingDate } from '#core/collecting/task-rules.ts'
import { calendarDate, type CalendarDate, instant, type Instant } from '#core/time.ts'

const window = {
  opensAt: '2026-10-31T16:00:00.000Z' as Instant,
  closesAt: '2026-12-03T16:00:00.000Z' as Instant,
}
const intake = (date: string | undefined, now: string) =>
  collectedIntake(window, date as CalendarDate | undefined, now as Instant, 480)

describe('an opinion collected away from the network (R14)', () => {
  test.each([
    ['the first millisecond of the window', '2026-11-01', '2026-10-31T16:00:00.000Z', false],
    ['the last millisecond', '2026-12-03', '2026-12-03T15:59:59.999Z', false],
    ['the first millisecond after it', '2026-12-03', '2026-12-03T16:00:00.000Z', true],
    ['a month later', '2026-11-02', '2027-01-03T00:00:00.000Z', true],
  ])('is accepted in %s', (_, date, now, late) => {
    expect(intake(date, now)).toEqual({ accepted: true, late })
  })

  test.each([
    ['before the window opens', '2026-10-31', '2026-10-31T15:59:59.999Z', 'not-open-yet'],
    ['without a date', undefined, '2026-12-03T15:59:59.999Z', 'missing'],
    ['without a date, afterwards', undefined, '2026-12-03T16:00:00.000Z', 'late-without-date'],
    ['collected the day after', '2026-12-04', '2026-12-05T00:00:00.000Z', 'collected-after-close'],
    ['collected tomorrow', '2026-11-12', '2026-11-11T15:59:59.999Z', 'collected-in-future'],
  ])('is refused %s', (_, date, now, code) => {
    expect(intake(date, now)).toMatchObject({ accepted: false, code })
  })

  test('of today, in Beijing, is not of the future', () => {
    expect(intake('2026-11-12', '2026-11-11T16:00:00.000Z')).toEqual({ accepted: true, late: false })
  })

  test('is late exactly when it comes at or after the deadline', () => {
    const span = { min: Date.parse(window.opensAt), max: Date.parse('2027-01-01T00:00:00.000Z') }
    fc.assert(
      fc.property(fc.integer(span), fc.integer(span), (collected, uploaded) => {
        const at = instant(Math.max(collected, uploaded))
        const date = calendarDate(instant(collected))
        const answer = collectedIntake(window, date, at, 480)
        expect(answer.accepted).toBe(date <= closingDate(window.closesAt, 480))
        if (answer.accepted) expect(answer.late).toBe(at >= window.closesAt)
      }),
    )
  })
})

test.each([
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.3.5', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['２０２６年３月５日', '2026-03-05'],
  [' 2026 年 3 月 5 日 ', '2026-03-05'],
  ['2026-03-05 14:30:00', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['46086', '2026-03-05'],
  ['2026-02-30', undefined],
  ['3月5日', undefined],
  ['昨天', undefined],
  ['', undefined],
  ['12', undefined],
])('the date %j is read as %j', (written, date) => {
  expect(readCalendarDate(written)).toBe(date)
})
