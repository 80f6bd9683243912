import * as z from 'zod'

/** An instant, UTC, ISO-8601 with milliseconds: `2026-12-03T15:59:59.999Z`. Strings of this shape sort by time. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A calendar date in the legislature's own time zone: `2026-12-03`. */
export const CalendarDate = z.iso.date().brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** Milliseconds since the epoch → `Instant`. */
export function instant(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

/**
 * The calendar date of an instant at a fixed offset. China keeps one zone without daylight saving,
 * so the offset is a setting of the deployment (minutes east of UTC, 480 by default), not a zone database.
 */
export function calendarDate(at: Instant, offsetMinutes = 480): CalendarDate {
  return new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString().slice(0, 10) as CalendarDate
}

/**
 * Calendar days, as people count them, from an instant's day to the last day of a window that ends before `closesAt`:
 * 0 on that last day, whatever the hour; a window closing at 0:00 ends with the day before.
 */
export function daysToLastDay(now: Instant, closesAt: Instant, offsetMinutes = 480): number {
  const last = instant(Date.parse(closesAt) - 1)
  return daysToDate(now, calendarDate(last, offsetMinutes), offsetMinutes)
}

/** Calendar days from an instant's day to a date; negative when it has passed. */
export function daysToDate(now: Instant, date: CalendarDate, offsetMinutes = 480): number {
  return (Date.parse(date) - Date.parse(calendarDate(now, offsetMinutes))) / 86_400_000
}
