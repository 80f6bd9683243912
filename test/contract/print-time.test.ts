import { describe, expect, test } from 'vitest'
import { printDate, printDay, printDeadline, printInstant, printSpan } from '#contract/print-time.ts'

describe('dates as people say them', () => {
  test('a window that closes at midnight closes at 24:00 of its last day', () => {
    expect(printDeadline('2026-12-03T16:00:00.000Z', 'zh')).toBe('2026年12月3日 24:00')
    expect(printDeadline('2026-12-03T16:00:00.000Z', 'en')).toBe('24:00 on 3 December 2026')
    expect(printDeadline('2026-12-31T16:00:00.000Z', 'zh')).toBe('2026年12月31日 24:00')
    expect(printDeadline('2026-12-03T09:30:00.000Z', 'zh')).toBe('2026年12月3日 17:30')
  })

  test('an instant is told in the time of the place', () => {
    expect(printInstant('2026-12-03T16:30:00.000Z', 'zh')).toBe('2026年12月4日 00:30')
    expect(printInstant('2026-12-03T16:30:00.000Z', 'zh', 0)).toBe('2026年12月3日 16:30')
    expect(printDay('2026-12-03T16:30:00.000Z', 'en')).toBe('4 December 2026')
    expect(printDate('2027-02-28', 'en')).toBe('28 February 2027')
  })

  test('a span inside one year names the year of neither end, across years that of both', () => {
    expect(printSpan('2026-11-03T16:00:00.000Z', '2026-12-03T15:59:59.999Z', 'zh')).toBe('11月4日—12月3日')
    expect(printSpan('2026-12-20T16:00:00.000Z', '2027-01-20T15:59:59.999Z', 'zh')).toBe(
      '2026年12月21日—2027年1月20日',
    )
  })
})
