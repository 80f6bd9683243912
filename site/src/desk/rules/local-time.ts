import type { Instant } from '#core/time.ts'

const dayMs = 86_400_000

/** An instant on the legislature's own clock, as a Date whose UTC fields read as local ones. */
function shifted(at: string, offsetMinutes: number): Date {
  return new Date(Date.parse(at) + offsetMinutes * 60_000)
}

/** `2026-12-03` of an instant. */
export function localDay(at: string, offsetMinutes: number): string {
  return shifted(at, offsetMinutes).toISOString().slice(0, 10)
}

/** `2026-12-03 16:05` of an instant. */
export function localMoment(at: string, offsetMinutes: number): string {
  return shifted(at, offsetMinutes).toISOString().slice(0, 16).replace('T', ' ')
}

/**
 * The last day of a window as people write it: a window closing at 0:00 ends with the day before, 24:00.
 * `2026-12-04T00:00` → `2026-12-03 24:00`.
 */
export function closingMoment(at: string, offsetMinutes: number): string {
  const moment = localMoment(at, offsetMinutes)
  if (!moment.endsWith(' 00:00')) return moment
  return `${localDay(new Date(Date.parse(at) - dayMs).toISOString(), offsetMinutes)} 24:00`
}

/**
 * A date and an optional time of day (`HH:MM`) of a form → instant. Without a time it is the day's
 * beginning, or its end (24:00) for a closing. `undefined` while the date is not whole.
 */
export function instantOf(
  day: string,
  time: string,
  edge: 'start' | 'end',
  offsetMinutes: number,
): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const clock = /^\d\d:\d\d/.test(time) ? time.slice(0, 5) : '00:00'
  const base = Date.parse(`${day}T${clock}:00.000Z`)
  if (Number.isNaN(base)) return undefined
  const whole = time === '' && edge === 'end' ? base + dayMs : base
  return new Date(whole - offsetMinutes * 60_000).toISOString() as Instant
}

/** Whole calendar days from one local day to another; negative when it has passed. */
export function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(toDay) - Date.parse(fromDay)) / dayMs)
}
