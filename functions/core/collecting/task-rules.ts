import type { ContactPointId } from '../ids.ts'
import { PortalError } from '../portal-error.ts'
import { calendarDate, type CalendarDate, type Instant } from '../time.ts'

/** The last calendar day on which an opinion is accepted: the window is [opensAt, closesAt). */
export function closingDate(closesAt: Instant, utcOffsetMinutes: number): CalendarDate {
  return calendarDate(new Date(Date.parse(closesAt) - 1).toISOString() as Instant, utcOffsetMinutes)
}

/**
 * A task's due date lies within the window it serves, and a contact point gets one task a consultation.
 * Throws `invalid-fields` naming the tasks by their place.
 */
export function requireTaskDates(
  tasks: readonly { contactPointId: ContactPointId; dueOn: CalendarDate }[],
  window: { opensAt: Instant; closesAt: Instant },
  utcOffsetMinutes: number,
): void {
  const first = calendarDate(window.opensAt, utcOffsetMinutes)
  const last = closingDate(window.closesAt, utcOffsetMinutes)
  const fields = tasks.flatMap(({ contactPointId, dueOn }, place) => {
    const repeated = tasks.findIndex((task) => task.contactPointId === contactPointId) < place
    if (repeated) return [{ field: `tasks.${place}.contactPointId`, code: 'repeated' }]
    if (dueOn > last) return [{ field: `tasks.${place}.dueOn`, code: 'due-after-close', latest: last }]
    if (dueOn < first) return [{ field: `tasks.${place}.dueOn`, code: 'due-before-opening', earliest: first }]
    return []
  })
  if (fields.length > 0) throw new PortalError('invalid-fields', { fields })
}
