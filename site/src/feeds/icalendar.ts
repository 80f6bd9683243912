import type { CalendarDate, Instant } from '#core/time.ts'

/** A moment or a day to remember. `sequence` grows when it is moved. */
export interface CalendarEvent {
  uid: string
  summary: string
  description: string
  url: string
  /** The deadline itself, or a whole day. */
  at: Instant | { day: CalendarDate }
  sequence: number
}

/**
 * Writes a calendar (RFC 5545): lines end in CRLF and are folded at 75 octets, never inside a character. Deadlines
 * remind three days before.
 */
export function iCalendar(name: string, madeAt: Instant, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kaimen//Kaimen 1//ZH',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, madeAt: Instant): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${basic(madeAt)}`,
    `SEQUENCE:${event.sequence}`,
    typeof event.at === 'string'
      ? `DTSTART:${basic(event.at)}`
      : `DTSTART;VALUE=DATE:${event.at.day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    ...(typeof event.at === 'string' ? alarmLines(event.summary) : []),
    'END:VEVENT',
  ]
}

function alarmLines(summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P3D', `DESCRIPTION:${escaped(summary)}`, 'END:VALARM']
}

/** `2026-12-03T15:59:59.000Z` → `20261203T155959Z`. */
function basic(at: Instant): string {
  return at.replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

const encoder = new TextEncoder()

function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const character of line) {
    const width = encoder.encode(character).length
    if (octets + width > 75) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += width
  }
  return out
}
