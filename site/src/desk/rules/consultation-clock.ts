import type { Consultation, ConsultationState } from '#core/consultation.ts'
import { daysBetween, localDay } from './local-time.ts'

/** Which clock a consultation shows, and how many whole days stand on it. */
export interface DeskClock {
  kind: 'none' | 'opensIn' | 'daysLeft' | 'lastDay' | 'answerDue' | 'answerOverdue' | 'answered'
  days: number
  tone: 'calm' | 'soon' | 'late'
}

/** The clock of a consultation at `now` (R13): days to the close, then days to the promised answer. */
export function consultationClock(
  consultation: Pick<Consultation, 'opensAt' | 'closesAt' | 'answerExpectedOn'>,
  state: ConsultationState,
  now: string,
  offsetMinutes: number,
): DeskClock {
  const today = localDay(now, offsetMinutes)
  if (state === 'scheduled') {
    const days = daysBetween(today, localDay(consultation.opensAt, offsetMinutes))
    return { kind: 'opensIn', days, tone: 'calm' }
  }
  if (state === 'open') {
    // The window is [opensAt, closesAt): the last instant is a millisecond before the close.
    const last = new Date(Date.parse(consultation.closesAt) - 1).toISOString()
    const days = daysBetween(today, localDay(last, offsetMinutes))
    if (days <= 0) return { kind: 'lastDay', days: 0, tone: 'soon' }
    return { kind: 'daysLeft', days, tone: days <= 3 ? 'soon' : 'calm' }
  }
  if (state === 'closed') {
    const days = daysBetween(today, consultation.answerExpectedOn)
    if (days < 0) return { kind: 'answerOverdue', days: -days, tone: 'late' }
    return { kind: 'answerDue', days, tone: days <= 7 ? 'soon' : 'calm' }
  }
  return { kind: state === 'answered' ? 'answered' : 'none', days: 0, tone: 'calm' }
}

/** Days to a task's due date; negative when overdue. */
export function daysToDue(dueOn: string, now: string, offsetMinutes: number): number {
  return daysBetween(localDay(now, offsetMinutes), dueOn)
}
