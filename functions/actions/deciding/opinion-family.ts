import { correctedIds } from '#core/log/corrected-ids.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { isBoundToPoint, type Member } from '#core/member.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { requireOwnContactPoint } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { staffRevisionId } from '#core/collecting/staff-revision.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'

/** What one revision of an opinion said and where it came from. */
export type FamilyMember = Pick<
  OpinionRecord,
  | 'id'
  | 'content'
  | 'channel'
  | 'noticeVersion'
  | 'contactPointId'
  | 'stationId'
  | 'batchId'
  | 'recordedBy'
  | 'recorderName'
  | 'collectedOn'
  | 'collectedAt'
  | 'deviceId'
  | 'receivedAt'
  | 'supersedes'
  | 'joins'
  | 'flags'
> & { logged: boolean }

export type FamilyDeps = FactDeps & Pick<Deps, 'inbox' | 'keys'>

/**
 * Every revision of an opinion, oldest first: those in the log, and those made at the desk a moment ago that are on their
 * way into it. Found by the facts: of the log only they are read. Refuses `not-found`, also for an opinion of another
 * consultation.
 */
export async function opinionFamily(
  deps: FamilyDeps,
  consultationId: ConsultationId,
  id: OpinionId,
): Promise<FamilyMember[]> {
  const facts = await catchUpFacts(deps, consultationId)
  const later = laterById(facts)
  const family = new Map<OpinionId, FamilyMember>()
  const sought = new Set<OpinionId>([id])
  for (let next = [id]; next.length > 0;) {
    const found = await readRevisions(deps, consultationId, facts, next)
    next = []
    for (const member of found) {
      if (member.content.consultationId !== consultationId) continue
      family.set(member.id, member)
      const atDesk = staffRevisionId(deps.keys, member.id)
      for (const other of [...correctedIds(member), ...(later.get(member.id) ?? []), atDesk]) {
        if (!sought.has(other)) next.push(other)
        sought.add(other)
      }
    }
  }
  if (!family.has(id)) throw new PortalError('not-found', { kind: 'opinion', id })
  return [...family.values()].sort((a, b) => depth(family, a) - depth(family, b) || order(a, b))
}

/** The family of an opinion of the member's own contact point; another's is refused before anything of it is told. */
export async function ownFamily(
  deps: FamilyDeps,
  member: Member,
  consultationId: ConsultationId,
  opinionId: OpinionId,
): Promise<FamilyMember[]> {
  const family = await opinionFamily(deps, consultationId, opinionId)
  for (const { contactPointId } of family) {
    if (contactPointId !== undefined) requireOwnContactPoint(member, contactPointId)
    else if (isBoundToPoint(member.role))
      throw new PortalError('not-permitted', { permission: 'other-contact-point', role: member.role })
  }
  return family
}

/** What corrects each opinion that was corrected. */
function laterById({ corrections, ids }: LogFacts): Map<OpinionId, OpinionId[]> {
  const later = new Map<OpinionId, OpinionId[]>()
  for (const { place, supersedes } of corrections)
    later.set(supersedes, [...(later.get(supersedes) ?? []), ids.at(place)])
  return later
}

/** Some revisions, from the log where they stand there, else from the inbox; what is in neither is left out. */
async function readRevisions(
  deps: Pick<Deps, 'opinionLog' | 'inbox'>,
  consultationId: ConsultationId,
  { ids }: LogFacts,
  wanted: readonly OpinionId[],
): Promise<FamilyMember[]> {
  const places = ids.placesOf(wanted)
  const revisions: FamilyMember[] = []
  for await (const { entry, text } of deps.opinionLog.readAt(consultationId, [...places.values()])) {
    const { salt: _salt, wantsAnswer: _wants, rowKey: _row, n: _n, ...kept } = text
    const { channel, receivedAt, supersedes, joins } = entry
    revisions.push({ ...kept, channel, receivedAt, supersedes, joins, logged: true })
  }
  for (const id of wanted) {
    const record = places.has(id) ? undefined : await deps.inbox.find(id)
    if (record !== undefined) revisions.push({ ...record, logged: false })
  }
  return revisions
}

/** Whether a revision was written at the desk, by somebody who had the one it corrects before their eyes. */
export function isFromDesk(
  deps: Pick<Deps, 'keys'>,
  { id, supersedes }: Pick<FamilyMember, 'id' | 'supersedes'>,
): boolean {
  return supersedes !== undefined && staffRevisionId(deps.keys, supersedes) === id
}

function depth(family: ReadonlyMap<OpinionId, FamilyMember>, { id }: FamilyMember): number {
  const seen = new Set<OpinionId>()
  for (
    let at = family.get(id)?.supersedes;
    at !== undefined && !seen.has(at);
    at = family.get(at)?.supersedes
  )
    seen.add(at)
  return seen.size
}

function order(a: FamilyMember, b: FamilyMember): number {
  return a.receivedAt < b.receivedAt ? -1 : Number(a.receivedAt > b.receivedAt)
}
