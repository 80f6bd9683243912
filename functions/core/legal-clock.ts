import { PortalError } from './portal-error.ts'
import { calendarDate, type Instant } from './time.ts'

const dayMs = 86_400_000

/** Whole days a window is open. */
function windowDays(opensAt: Instant, closesAt: Instant): number {
  return Math.floor((Date.parse(closesAt) - Date.parse(opensAt)) / dayMs)
}

/**
 * The legal clock (R13): a window shorter than the minimum needs a recorded reason, and one that closes before it
 * opens is none. 立法法 art. 40 asks at least 30 days; legislatures may set their own (15 in Shanghai).
 *
 * Throws `window-too-short` with `{ days, minimumDays, needs }`; `needs` says what would mend it.
 */
export function requireLegalWindow(window: {
  opensAt: Instant
  closesAt: Instant
  reason: string | undefined
  minimumDays: number
}): void {
  const { opensAt, closesAt, reason, minimumDays } = window
  const days = windowDays(opensAt, closesAt)
  if (closesAt <= opensAt)
    throw new PortalError('window-too-short', { days, minimumDays, needs: 'later-close' })
  const hasReason = reason !== undefined && reason.trim() !== ''
  if (Date.parse(closesAt) - Date.parse(opensAt) < minimumDays * dayMs && !hasReason)
    throw new PortalError('window-too-short', { days, minimumDays, needs: 'reason' })
}

/** Whether an answer promised for a calendar date is overdue: from the first moment of the next day on. */
export function isAnswerOverdue(answerExpectedOn: string, now: Instant, utcOffsetMinutes = 480): boolean {
  return calendarDate(now, utcOffsetMinutes) > answerExpectedOn
}
