import type { ConsultationId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { type FactDeps, followFacts } from './follow-facts.ts'

/**
 * The facts of everything that was in the log when this was called. What is behind by more than one call's worth is gone
 * on with, call by call, each of which is kept: who is cut short has not worked for nothing.
 */
export async function catchUpFacts(deps: FactDeps, id: ConsultationId): Promise<LogFacts> {
  const { size } = await deps.opinionLog.head(id)
  for (;;) {
    const { log } = await followFacts(deps, id)
    if (log.size >= size) return log
  }
}
