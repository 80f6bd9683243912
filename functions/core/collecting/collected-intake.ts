import type { Consultation } from '../consultation.ts'
import { closingDate } from './task-rules.ts'
import { calendarDate, type CalendarDate, type Instant } from '../time.ts'

/** Whether an opinion written down away from the network may still come in, and whether it carries the flag `late`. */
export type CollectedIntake =
  | { accepted: true; late: boolean }
  | {
      accepted: false
      code: CollectedRefusal
      facts: { opensAt?: Instant; closedOn?: CalendarDate; today?: CalendarDate }
    }

/** Why an opinion written down away from the network is not taken in; `missing`: nobody said when it was. */
export type CollectedRefusal =
  'not-open-yet' | 'missing' | 'late-without-date' | 'collected-after-close' | 'collected-in-future'

/**
 * R14: collected before the deadline and uploaded after it is accepted and flagged. The day of collection is a
 * calendar date of the legislature, the last day of the window included; the deadline itself is an instant.
 * Refused: before the window opens, without a date, collected after the last day, collected in the future.
 */
export function collectedIntake(
  window: Pick<Consultation, 'opensAt' | 'closesAt'>,
  collectedOn: CalendarDate | undefined,
  now: Instant,
  utcOffsetMinutes: number,
): CollectedIntake {
  const closedOn = closingDate(window.closesAt, utcOffsetMinutes)
  const today = calendarDate(now, utcOffsetMinutes)
  const isClosed = now >= window.closesAt
  if (now < window.opensAt)
    return { accepted: false, code: 'not-open-yet', facts: { opensAt: window.opensAt } }
  if (collectedOn === undefined)
    return { accepted: false, code: isClosed ? 'late-without-date' : 'missing', facts: { closedOn } }
  if (collectedOn > today) return { accepted: false, code: 'collected-in-future', facts: { today } }
  if (collectedOn > closedOn) return { accepted: false, code: 'collected-after-close', facts: { closedOn } }
  return { accepted: true, late: isClosed }
}
