import type { OpinionRevision } from '#contract/revision-api.ts'
import type { OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { acceptOpinion, type OpinionArrival } from '../intake/accept-opinion.ts'
import type { FamilyDeps, FamilyMember } from './opinion-family.ts'
import { shapeRevision } from './shape-revision.ts'
import { writeAudit } from '../write-audit.ts'

export type ReviseDeps = FamilyDeps & Pick<Deps, 'consultations' | 'decisions' | 'randomness' | 'audit'>

/** What became of somebody's writing. */
export interface StoredRevision {
  verdict: 'stored' | 'repeated'
  revision: OpinionRevision
}

/** Puts a revision into the inbox; another one in its place is `changed-meanwhile`. */
export async function storeRevision(
  deps: Pick<Deps, 'inbox' | 'randomness' | 'audit'>,
  member: Member,
  arrival: OpinionArrival & { supersedes: OpinionId },
  now: Instant,
): Promise<StoredRevision> {
  const { verdict, record } = await acceptOpinion(deps, arrival, now)
  if (verdict === 'conflict') throw new PortalError('changed-meanwhile', { current: record.id })
  if (verdict === 'stored') {
    const { consultationId } = arrival.content
    const facts = {
      consultationId,
      corrects: arrival.supersedes,
      contactPointId: member.contactPointId ?? '',
      ...(arrival.joins && { joins: arrival.joins.length + 1 }),
    }
    await writeAudit(deps, member, { action: 'opinion.revise', subject: record.id, facts }, now)
  }
  const revision: FamilyMember = { ...record, logged: false }
  return { verdict, revision: shapeRevision(revision, new Map([[member.id, member.name]])) }
}
