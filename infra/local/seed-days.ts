import { calendarDate, instant, type CalendarDate, type Instant } from '#core/time.ts'

const dayMs = 86_400_000

/** Turns the demo's relative days into instants and dates around the moment of seeding. */
export interface SeedDays {
  at(daysFromNow: number): Instant
  on(daysFromNow: number): CalendarDate
  /** Whole days open at the midnight a day begins with; fractions are exact. */
  opening(daysFromNow: number): Instant
  /** Whole days close at 24:00 of the day, as windows really do; fractions are exact. */
  closing(daysFromNow: number): Instant
}

export function seedDays(startedAt: Instant, utcOffsetMinutes: number): SeedDays {
  const offsetMs = utcOffsetMinutes * 60_000
  const at = (days: number) => instant(Date.parse(startedAt) + Math.round(days * dayMs))
  const midnight = (days: number) =>
    instant(Math.floor((Date.parse(at(days)) + offsetMs) / dayMs) * dayMs - offsetMs)
  return {
    at,
    on: (days) => calendarDate(at(days), utcOffsetMinutes),
    opening: (days) => (Number.isInteger(days) ? midnight(days) : at(days)),
    closing: (days) => (Number.isInteger(days) ? midnight(days + 1) : at(days)),
  }
}
