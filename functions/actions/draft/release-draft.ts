import type { OwedCauses } from '#contract/lineage-api.ts'
import type { DraftMeta } from '#core/bill.ts'
import type { DraftId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type CauseGapDeps, owedCauses, requireCauses } from './release-gaps.ts'
import { writeAudit } from '../write-audit.ts'

/** What would keep a draft from being released now (R6); nothing for one that is public. Refuses `not-permitted`, `not-found`. */
export async function readOwedCauses(
  deps: CauseGapDeps,
  member: Member,
  draftId: DraftId,
): Promise<OwedCauses[]> {
  requirePermission(member, 'consultation.publish')
  return owedCauses(deps, member, [await deps.drafts.get(draftId)])
}

/**
 * Lets the public see a draft; from then on it is immutable (R8). Releasing one that is released already answers
 * it as it stands. Refuses `not-permitted`, `not-found`, `changed-meanwhile`, and `causes-missing` with the articles while
 * a change has no cause (R6).
 */
export async function releaseDraft(
  deps: CauseGapDeps & Pick<Deps, 'audit'>,
  member: Member,
  draftId: DraftId,
  readRev: number,
  now: Instant,
): Promise<DraftMeta> {
  requirePermission(member, 'consultation.publish')
  const draft = await deps.drafts.get(draftId)
  if (draft.publishedAt !== undefined) return draft
  await requireCauses(deps, member, [draft])
  const released = await deps.drafts.put({ ...draft, publishedAt: now }, readRev)
  await writeAudit(
    deps,
    member,
    { action: 'draft.release', subject: draftId, facts: { billId: draft.billId } },
    now,
  )
  return released
}
