import type { Language } from '#contract/page-paths.ts'
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

/** `2027-02-28` → 2027年2月28日, 28 February 2027. */
export function printDate(on: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${englishMonths[month - 1]} ${year}`
}

function localParts(at: string, utcOffsetMinutes: number): [date: string, time: string] {
  const local = new Date(Date.parse(at) + utcOffsetMinutes * 60_000).toISOString()
  return [local.slice(0, 10), local.slice(11, 16)]
}

function join(date: string, time: string, language: Language): string {
  const printed = printDate(date, language)
  return language === 'zh' ? `${printed} ${time}` : `${time} on ${printed}`
}

/** 2026年12月3日 15:59, in the legislature's own time. */
export function printInstant(at: Instant, language: Language, utcOffsetMinutes: number): string {
  const [date, time] = localParts(at, utcOffsetMinutes)
  return join(date, time, language)
}

/**
 * The end of a window as people say it: a window closing at midnight closes at 24:00 of the day before,
 * the way Chinese notices write it.
 */
export function printClose(at: Instant, language: Language, utcOffsetMinutes: number): string {
  const [date, time] = localParts(at, utcOffsetMinutes)
  if (time !== '00:00') return join(date, time, language)
  const [dayBefore] = localParts(new Date(Date.parse(at) - 1).toISOString(), utcOffsetMinutes)
  return join(dayBefore, '24:00', language)
}
