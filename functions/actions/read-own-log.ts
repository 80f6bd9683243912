import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log-entry.ts'
import type { Deps } from '#core/ports.ts'

/** Everything a contact point ever handed in on a consultation, superseded revisions included, in log order. */
export async function readOwnLog(
  deps: Pick<Deps, 'opinionLog'>,
  consultationId: ConsultationId,
  contactPointId: ContactPointId,
): Promise<LoggedOpinion[]> {
  const own: LoggedOpinion[] = []
  for await (const logged of deps.opinionLog.read(consultationId))
    if (logged.entry.contactPointId === contactPointId) own.push(logged)
  return own
}
