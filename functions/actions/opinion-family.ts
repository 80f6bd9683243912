import { correctedIds } from '#core/corrected-ids.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { requireOwnContactPoint } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { staffRevisionId } from '#core/staff-revision.ts'

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

/**
 * Every revision of an opinion, oldest first: those in the log, and those made at the desk a moment ago that are on their
 * way into it. Refuses `not-found`, also for an opinion of another consultation.
 */
export async function opinionFamily(
  deps: Pick<Deps, 'opinionLog' | 'inbox' | 'keys'>,
  consultationId: ConsultationId,
  id: OpinionId,
): Promise<FamilyMember[]> {
  const known = await readLogged(deps, consultationId)
  const family = new Map<OpinionId, FamilyMember>()
  const waiting: OpinionId[] = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const member = family.has(next) ? undefined : (known.get(next) ?? (await findFresh(deps, next)))
    if (member === undefined || member.content.consultationId !== consultationId) continue
    family.set(next, member)
    waiting.push(...correctedIds(member))
    for (const later of known.values()) if (correctedIds(later).includes(next)) waiting.push(later.id)
    waiting.push(staffRevisionId(deps.keys, next))
  }
  if (!family.has(id)) throw new PortalError('not-found', { kind: 'opinion', id })
  return [...family.values()].sort((a, b) => depth(family, a) - depth(family, b) || order(a, b))
}

/** The family of an opinion of the member's own contact point; another's is refused before anything of it is told. */
export async function ownFamily(
  deps: Pick<Deps, 'opinionLog' | 'inbox' | 'keys'>,
  member: Member,
  consultationId: ConsultationId,
  opinionId: OpinionId,
): Promise<FamilyMember[]> {
  const family = await opinionFamily(deps, consultationId, opinionId)
  for (const { contactPointId } of family) {
    if (contactPointId !== undefined) requireOwnContactPoint(member, contactPointId)
    else if (member.role === 'liaison' || member.role === 'collector')
      throw new PortalError('not-permitted', { permission: 'other-contact-point', role: member.role })
  }
  return family
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

async function readLogged(
  deps: Pick<Deps, 'opinionLog'>,
  consultationId: ConsultationId,
): Promise<Map<OpinionId, FamilyMember>> {
  const known = new Map<OpinionId, FamilyMember>()
  for await (const { entry, text } of deps.opinionLog.read(consultationId)) {
    const { salt: _salt, wantsAnswer: _wants, rowKey: _row, n: _n, ...kept } = text
    const { channel, receivedAt, supersedes, joins } = entry
    known.set(entry.id, { ...kept, channel, receivedAt, supersedes, joins, logged: true })
  }
  return known
}

/** Whether a revision was written at the desk, by somebody who had the one it corrects before their eyes. */
export function isFromDesk(
  deps: Pick<Deps, 'keys'>,
  { id, supersedes }: Pick<FamilyMember, 'id' | 'supersedes'>,
): boolean {
  return supersedes !== undefined && staffRevisionId(deps.keys, supersedes) === id
}

async function findFresh(deps: Pick<Deps, 'inbox'>, id: OpinionId): Promise<FamilyMember | undefined> {
  const record = await deps.inbox.find(id)
  return record && { ...record, logged: false }
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
