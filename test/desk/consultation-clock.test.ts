import { describe, expect, test } from 'vitest'
import { consultationState } from '../../functions/core/consultation.ts'
import type { Consultation } from '../../functions/core/consultation.ts'
import type { Instant } from '../../functions/core/time.ts'
import { consultationClock, daysToDue } from '../../site/src/desk/rules/consultation-clock.ts'

const beijing = 480
const consultation = {
  status: 'announced',
  opensAt: '2026-11-02T16:00:00.000Z',
  closesAt: '2026-12-03T16:00:00.000Z',
  answerExpectedOn: '2027-02-28',
} as Pick<Consultation, 'status' | 'opensAt' | 'closesAt' | 'answerExpectedOn'>

const clockAt = (now: string) =>
  consultationClock(consultation, consultationState(consultation, now as Instant), now, beijing)

describe('the clock a consultation shows (R13)', () => {
  test('an open one counts the days to its last day', () => {
    expect(clockAt('2026-11-22T02:00:00.000Z')).toEqual({ kind: 'daysLeft', days: 11, tone: 'calm' })
    expect(clockAt('2026-12-01T02:00:00.000Z')).toEqual({ kind: 'daysLeft', days: 2, tone: 'soon' })
  })

  test('on its last day it says today, to the last millisecond', () => {
    expect(clockAt('2026-12-02T16:00:00.000Z').kind).toBe('lastDay')
    expect(clockAt('2026-12-03T15:59:59.999Z').kind).toBe('lastDay')
    expect(clockAt('2026-12-03T16:00:00.000Z').kind).toBe('answerDue')
  })

  test('a closed one counts to the promised answer and then says how long it is overdue', () => {
    expect(clockAt('2027-02-27T02:00:00.000Z')).toEqual({ kind: 'answerDue', days: 1, tone: 'soon' })
    expect(clockAt('2027-03-03T02:00:00.000Z')).toEqual({ kind: 'answerOverdue', days: 3, tone: 'late' })
  })

  test('a task due yesterday is one day overdue', () => {
    expect(daysToDue('2026-11-21', '2026-11-22T02:00:00.000Z', beijing)).toBe(-1)
    expect(daysToDue('2026-11-22', '2026-11-22T15:00:00.000Z', beijing)).toBe(0)
  })
})
