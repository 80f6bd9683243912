import { eventFields, type EventFacts, type EventName, type FieldValue } from './events.ts'
import { redact } from './redact.ts'

/** What apps and actions tell the operators. Never called "log": the log is the opinions' log. */
export interface Telemetry {
  emit<E extends EventName>(event: E, facts: EventFacts<E>): void
}

/**
 * One JSON line per event, UTC, to `write`. Fields outside the catalogue are dropped even when a cast
 * smuggles them past the compiler; values are redacted.
 */
export function createTelemetry(write: (line: string) => void, now: () => string): Telemetry {
  return {
    emit(event, facts) {
      const line: Record<string, FieldValue> = { at: now(), event }
      const held: Partial<Record<string, FieldValue>> = facts
      for (const field of eventFields[event]) {
        const value = held[field]
        if (value !== undefined) line[field] = redact(value)
      }
      write(JSON.stringify(line))
    },
  }
}

/** Says nothing: for tests and benches that look elsewhere. */
export const silentTelemetry: Telemetry = { emit: () => undefined }

/** Name and frames of an error without its message, which may quote what a person wrote. */
export function errorFacts(error: unknown): { errorName: string; frames: string[] } {
  if (!(error instanceof Error)) return { errorName: typeof error, frames: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { errorName: error.name, frames: frames.slice(0, 12).map((line) => line.trim()) }
}
