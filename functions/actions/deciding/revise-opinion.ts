import type { RevisionInput } from '#contract/revision-api.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import { staffRevisionCode, staffRevisionId } from '#core/collecting/staff-revision.ts'
import type { Instant } from '#core/time.ts'
import { ownFamily } from './opinion-family.ts'
import { settleVersions } from './settle-versions.ts'
import { shapeRevision } from './shape-revision.ts'
import { requireUndecided, saysTheSame, staffArrival, staffContent } from './staff-arrival.ts'
import { type ReviseDeps, type StoredRevision, storeRevision } from './store-revision.ts'

/**
 * What staff of a contact point make of one of its opinions, as a new revision by the one door: 原话 stays untouched, the
 * old revision is kept, and who wrote and when stands in it (R1, R9). The same again is a repeat. Of two people who
 * revise the same text the second is refused with `changed-meanwhile` and reads both in the history. With `settles`
 * versions that stand beside each other are put together (`settleVersions`). Refuses
 * `not-permitted` (also for another contact point's, R-SECURITY 7), `not-found`, `invalid-fields`, and
 * `transition-refused` once the opinion was decided or its consultation answered.
 */
export async function reviseOpinion(
  deps: ReviseDeps,
  member: Member,
  subject: { consultationId: ConsultationId; opinionId: OpinionId },
  input: RevisionInput,
  now: Instant,
): Promise<StoredRevision> {
  requirePermission(member, 'opinion.revise')
  const { consultationId, opinionId } = subject
  const family = await ownFamily(deps, member, consultationId, opinionId)
  const corrected = family.find(({ id }) => id === opinionId)
  if (corrected === undefined) throw new PortalError('not-found', { kind: 'opinion', id: opinionId })
  await requireUndecided(deps, consultationId, family, now)
  if (input.settles !== undefined)
    return settleVersions(deps, member, { family, base: corrected, settles: input.settles }, input, now)
  const written = staffContent(corrected, input)
  if (saysTheSame(corrected, written.content))
    return { verdict: 'repeated', revision: shapeRevision(corrected, new Map([[member.id, member.name]])) }
  const atDesk = staffRevisionId(deps.keys, opinionId)
  const elsewhere = family.find(({ id, supersedes }) => supersedes === opinionId && id !== atDesk)
  if (elsewhere !== undefined) throw new PortalError('changed-meanwhile', { current: elsewhere.id })
  const code = staffRevisionCode(deps.keys, opinionId)
  const arrival = { ...staffArrival(corrected, member, written), supersedes: opinionId, code }
  return storeRevision(deps, member, arrival, now)
}
