import { expect, test } from 'vitest'
import { calendarDate, daysToDate, daysToLastDay, instant, type CalendarDate } from '#core/time.ts'

const at = (text: string) => instant(Date.parse(text))

test('a window closing at midnight ends with the day before, and that day is its last', () => {
  const closesAt = at('2026-12-07T00:00:00+08:00')
  expect(daysToLastDay(at('2026-11-22T09:32:00+08:00'), closesAt)).toBe(14)
  expect(daysToLastDay(at('2026-12-05T23:59:59.999+08:00'), closesAt)).toBe(1)
  expect(daysToLastDay(at('2026-12-06T00:00:00+08:00'), closesAt)).toBe(0)
  expect(daysToLastDay(at('2026-12-06T23:59:59.999+08:00'), closesAt)).toBe(0)
})

test('a window that closes tomorrow morning is not said to close today', () => {
  expect(daysToLastDay(at('2026-12-05T14:00:00+08:00'), at('2026-12-06T10:05:00+08:00'))).toBe(1)
})

test('days are counted where the legislature is, not in UTC', () => {
  const lateEvening = at('2026-12-05T23:30:00+08:00')
  const earlyMorning = at('2026-12-06T00:30:00+08:00')
  expect([calendarDate(lateEvening), calendarDate(earlyMorning)]).toEqual(['2026-12-05', '2026-12-06'])
  expect(daysToDate(lateEvening, '2026-12-06' as CalendarDate)).toBe(1)
  expect(daysToDate(earlyMorning, '2026-12-06' as CalendarDate)).toBe(0)
  expect(daysToDate(earlyMorning, '2026-12-01' as CalendarDate)).toBe(-5)
})
