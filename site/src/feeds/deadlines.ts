import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { CalendarDate, Instant } from '#core/time.ts'
import { feedStrings } from '../i18n/feeds.ts'
import type { Asking } from '../published/portal.ts'
import type { CalendarEvent } from './icalendar.ts'

/** What people want in their calendar: when a window closes, and the day the answer is expected. */
export function deadlinesOf(
  { bill, consultation, state }: Asking,
  language: Language,
  origin: string,
): CalendarEvent[] {
  const t = feedStrings[language]
  const url = origin + inLanguage(pagePaths.bill(bill.id), language)
  const sequence = consultation.extensions.length
  if (state === 'answered') return []
  const closes: CalendarEvent = {
    uid: `${consultation.id}-closes@kaimen`,
    summary: t.closes(bill.title),
    description: t.closesText,
    url,
    // A window that closes at midnight belongs to the day before in every calendar.
    at: new Date(Date.parse(consultation.closesAt) - 60_000).toISOString() as Instant,
    sequence,
  }
  const answered: CalendarEvent = {
    uid: `${consultation.id}-answer@kaimen`,
    summary: t.answerDue(bill.title),
    description: '',
    url,
    at: { day: consultation.answerExpectedOn as CalendarDate },
    sequence,
  }
  return state === 'closed' ? [answered] : [closes, answered]
}
