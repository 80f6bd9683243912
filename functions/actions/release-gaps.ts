import type { DraftMeta } from '#core/bill.ts'
import { type Cause, type CauseSubject, missingCauses } from '#core/causes.ts'
import type { DraftId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { precedingDraft } from '#core/preceding-draft.ts'
import { readLineage } from './read-lineage.ts'

type GapDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes'>

/** What still keeps a draft from being released (R6). `before` is the draft the public knows; without one nothing does. */
export interface ReleaseGaps {
  before: DraftMeta | undefined
  causes: Cause[]
  missing: CauseSubject[]
}

/** Which changed articles of a draft still have no cause, against the newest earlier draft that was released. Refuses `not-permitted`, `not-found`. */
export async function releaseGaps(deps: GapDeps, member: Member, draftId: DraftId): Promise<ReleaseGaps> {
  requirePermission(member, 'consultation.read')
  const draft = await deps.drafts.get(draftId)
  const before = precedingDraft(draft, await deps.drafts.listOf(draft.billId))
  if (before === undefined) return { before, causes: [], missing: [] }
  const [{ lineage }, causes] = await Promise.all([
    readLineage(deps, member, before.id, draftId),
    deps.causes.listOf(before.id, draftId),
  ])
  return { before, causes, missing: missingCauses(lineage.links, causes) }
}

/** Throws `causes-missing` with the articles while a draft that nobody has released yet has changes without a cause (R6). */
export async function requireCauses(deps: GapDeps, member: Member, draft: DraftMeta): Promise<void> {
  if (draft.publishedAt !== undefined) return
  const { before, missing } = await releaseGaps(deps, member, draft.id)
  if (missing.length > 0)
    throw new PortalError('causes-missing', { draftId: draft.id, fromDraftId: before?.id, missing })
}
