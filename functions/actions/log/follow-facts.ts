import { limits } from '#contract/limits.ts'
import { factsMethod, readFactsSegment, writeFactsSegment } from '#core/log/facts-segment.ts'
import type { ConsultationId } from '#core/ids.ts'
import { LogFacts } from '#core/log/log-facts.ts'
import type { OpinionLog } from '#core/log/log-ports.ts'
import type { Deps } from '#core/ports.ts'
import { followLog, type LogMemory } from './follow-log.ts'

export type FactDeps = Pick<Deps, 'facts' | 'opinionLog' | 'settings'>

/** A process remembers what it has gathered; it may be lost at any time. */
const memories = new WeakMap<OpinionLog, LogMemory<LogFacts>>()

/**
 * The facts of a consultation's log, gone on with by up to 60,000 entries. Answers them and the log's size: where the
 * two differ the caller says how far it has come and asks again.
 */
export async function followFacts(
  deps: FactDeps,
  id: ConsultationId,
): Promise<{ log: LogFacts; logged: number }> {
  const memory: LogMemory<LogFacts> = memories.get(deps.opinionLog) ?? new Map()
  memories.set(deps.opinionLog, memory)
  const { utcOffsetMinutes } = deps.settings
  const following = {
    segments: deps.facts,
    method: factsMethod(utcOffsetMinutes),
    maxEntriesPerCall: limits.maxFactsPerCall,
    begin: () => Promise.resolve(new LogFacts(utcOffsetMinutes)),
    read: readFactsSegment,
    write: writeFactsSegment,
  }
  return followLog(deps, id, following, memory)
}
