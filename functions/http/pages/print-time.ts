import type { Language } from '#contract/page-paths.ts'
import type { Instant } from '#core/time.ts'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** Minutes east of UTC → `+08:00`, the form `Intl` takes as a time zone. */
function offsetZone(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** 2026年12月3日 15:59 in the legislature's own time. */
export function printInstant(at: Instant, language: Language, utcOffsetMinutes: number): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: offsetZone(utcOffsetMinutes),
  }).format(new Date(at))
}

/**
 * The end of a window as people say it: a window closing at midnight closes at 24:00 of the day before,
 * the way Chinese notices write it.
 */
export function printClose(at: Instant, language: Language, utcOffsetMinutes: number): string {
  const isMidnight = (Date.parse(at) + utcOffsetMinutes * 60_000) % 86_400_000 === 0
  if (!isMidnight) return printInstant(at, language, utcOffsetMinutes)
  return `${printDate(new Date(Date.parse(at) - 1).toISOString(), language, utcOffsetMinutes)} 24:00`
}

/** 2027年2月28日. */
export function printDate(on: string, language: Language, utcOffsetMinutes = 0): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeZone: offsetZone(utcOffsetMinutes),
  }).format(new Date(on))
}
