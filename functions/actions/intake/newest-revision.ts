import type { OpinionId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import { staffRevisionId } from '#core/collecting/staff-revision.ts'

/** The newest revision the desk has made of an opinion; itself when there is none. */
export async function newestStaffRevision(
  deps: Pick<Deps, 'inbox' | 'keys'>,
  corrects: OpinionId,
): Promise<OpinionId> {
  let newest = corrects
  for (;;) {
    const next = staffRevisionId(deps.keys, newest)
    if ((await deps.inbox.find(next)) === undefined) return newest
    newest = next
  }
}

/**
 * What a correction that comes by another road names: the newest revision the desk has made of what it means to correct,
 * so that the two stand one behind the other and are counted once (R1). One that came before keeps what it named then,
 * whatever the desk did since: a repeat stays a repeat.
 */
export async function correctionPlace(
  deps: Pick<Deps, 'inbox' | 'keys'>,
  id: OpinionId,
  corrects: OpinionId,
): Promise<OpinionId> {
  const newest = await newestStaffRevision(deps, corrects)
  if (newest === corrects) return corrects
  return (await deps.inbox.find(id))?.supersedes ?? newest
}
