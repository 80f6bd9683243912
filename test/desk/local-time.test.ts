import { describe, expect, test } from 'vitest'
import {
  closingMoment,
  daysBetween,
  instantOf,
  localDay,
  localMoment,
} from '../../site/src/desk/rules/local-time.ts'

const beijing = 480

describe('the legislature’s own clock', () => {
  test('a closing date without a time ends with that day, 24:00 in Beijing', () => {
    expect(instantOf('2026-12-03', '', 'end', beijing)).toBe('2026-12-03T16:00:00.000Z')
    expect(closingMoment('2026-12-03T16:00:00.000Z', beijing)).toBe('2026-12-03 24:00')
  })

  test('an opening date without a time begins with that day', () => {
    expect(instantOf('2026-12-03', '', 'start', beijing)).toBe('2026-12-02T16:00:00.000Z')
  })

  test('a time is taken as it is, for opening and closing alike', () => {
    expect(instantOf('2026-12-03', '17:30', 'end', beijing)).toBe('2026-12-03T09:30:00.000Z')
    expect(closingMoment('2026-12-03T09:30:00.000Z', beijing)).toBe('2026-12-03 17:30')
  })

  test('half a date is no instant', () => {
    for (const day of ['', '2026', '2026-13-45', '03/12/2026'])
      expect(instantOf(day, '', 'end', beijing)).toBeUndefined()
  })

  test('an instant late in the evening UTC is the next day in Beijing', () => {
    expect(localDay('2026-12-03T16:00:00.000Z', beijing)).toBe('2026-12-04')
    expect(localMoment('2026-12-03T16:05:00.000Z', beijing)).toBe('2026-12-04 00:05')
  })

  test('days between dates cross months and years and go negative when passed', () => {
    expect(daysBetween('2026-11-22', '2026-12-03')).toBe(11)
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
    expect(daysBetween('2026-12-03', '2026-12-01')).toBe(-2)
  })
})
