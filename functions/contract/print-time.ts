import type { Language } from './page-paths.ts'
import type { Instant } from '#core/time.ts'

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-12-03` → 2026年12月3日, 3 December 2026. */
export function printDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${englishMonths[month - 1]} ${year}`
}

/** The calendar date and time of day of an instant at a fixed offset. */
function localParts(at: Instant | string, offsetMinutes: number): { date: string; time: string } {
  const local = new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

/** An instant as people say it: 2026年12月3日 10:32. */
export function printInstant(at: Instant | string, language: Language, offsetMinutes = 480): string {
  const { date, time } = localParts(at, offsetMinutes)
  return language === 'zh'
    ? `${printDate(date, language)} ${time}`
    : `${time} on ${printDate(date, language)}`
}

/** The day of an instant. */
export function printDay(at: Instant | string, language: Language, offsetMinutes = 480): string {
  return printDate(localParts(at, offsetMinutes).date, language)
}

/** A deadline: the first instant at which it is too late. Midnight is the end of the day before (24:00). */
export function printDeadline(closesAt: Instant | string, language: Language, offsetMinutes = 480): string {
  const { time } = localParts(closesAt, offsetMinutes)
  if (time !== '00:00') return printInstant(closesAt, language, offsetMinutes)
  const dayBefore = localParts(new Date(Date.parse(closesAt) - 1).toISOString(), offsetMinutes).date
  return language === 'zh'
    ? `${printDate(dayBefore, language)} 24:00`
    : `24:00 on ${printDate(dayBefore, language)}`
}

/** Two days of the same year without saying the year twice: 11月4日—12月3日, 4 November – 3 December. */
export function printSpan(from: string, to: string, language: Language, offsetMinutes = 480): string {
  const [first, last] = [localParts(from, offsetMinutes).date, localParts(to, offsetMinutes).date]
  if (first.slice(0, 4) !== last.slice(0, 4))
    return `${printDate(first, language)}—${printDate(last, language)}`
  const short = (date: string): string =>
    printDate(date, language).replace(language === 'zh' ? /^\d+年/ : / \d{4}$/, '')
  return language === 'zh' ? `${short(first)}—${short(last)}` : `${short(first)} – ${short(last)}`
}
