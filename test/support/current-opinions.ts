import type { ConsultationId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Deps } from '#core/ports.ts'
import { type CurrentOpinions, currentRevisions } from './current-revisions.ts'

/** Reads a consultation's whole log once and drops what was corrected: the opinions that are decided and answered. */
export async function currentOpinions(
  deps: Pick<Deps, 'opinionLog'>,
  consultationId: ConsultationId,
): Promise<CurrentOpinions> {
  const log: LoggedOpinion[] = []
  for await (const logged of deps.opinionLog.read(consultationId)) log.push(logged)
  return currentRevisions(log)
}
