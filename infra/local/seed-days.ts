import { calendarDate, instant, type CalendarDate, type Instant } from '#core/time.ts'

const dayMs = 86_400_000

/** Turns the demo's relative days into instants and dates around the moment of seeding. */
export interface SeedDays {
  at(daysFromNow: number): Instant
  on(daysFromNow: number): CalendarDate
}

export function seedDays(startedAt: Instant, utcOffsetMinutes: number): SeedDays {
  const at = (days: number) => instant(Date.parse(startedAt) + Math.round(days * dayMs))
  return { at, on: (days) => calendarDate(at(days), utcOffsetMinutes) }
}
