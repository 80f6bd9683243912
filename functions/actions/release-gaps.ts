import type { OwedCauses } from '#contract/lineage-api.ts'
import type { DraftMeta } from '#core/bill.ts'
import { type CauseSubject, changedArticles, missingCauses } from '#core/causes.ts'
import type { DraftId } from '#core/ids.ts'
import { lineageUnits } from '#core/lineage-units.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { precedingDraft } from '#core/preceding-draft.ts'
import { type ReadLineage, readLineage } from './read-lineage.ts'

export type CauseGapDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes'>

/**
 * What drafts still owe before the public may see them, released together in one act (R6): for each one its changed
 * articles, against the newest earlier draft that is public by then, whose cause nobody has named. Drafts that owe
 * nothing are left out. Refuses `not-permitted`, `not-found`.
 */
export async function owedCauses(
  deps: CauseGapDeps,
  member: Member,
  drafts: readonly DraftMeta[],
): Promise<OwedCauses[]> {
  const releasing = new Set<DraftId>(drafts.map(({ id }) => id))
  const owed: OwedCauses[] = []
  for (const draft of drafts) {
    if (draft.publishedAt !== undefined) continue
    const ofBill = await deps.drafts.listOf(draft.billId)
    const asReleased = ofBill.map((held) =>
      releasing.has(held.id) ? { ...held, publishedAt: held.publishedAt ?? held.importedAt } : held,
    )
    const before = precedingDraft(draft, asReleased)
    const gap = before && (await owedBetween(deps, member, before.id, draft.id))
    if (gap !== undefined && gap.missing.length > 0) owed.push(gap)
  }
  return owed
}

/** Throws `causes-missing` with the articles while a draft nobody has released has changes without a cause (R6). */
export async function requireCauses(
  deps: CauseGapDeps,
  member: Member,
  drafts: readonly DraftMeta[],
): Promise<void> {
  const owed = await owedCauses(deps, member, drafts)
  if (owed.length > 0) throw new PortalError('causes-missing', { owed })
}

async function owedBetween(
  deps: CauseGapDeps,
  member: Member,
  fromDraftId: DraftId,
  toDraftId: DraftId,
): Promise<OwedCauses> {
  const [read, causes] = await Promise.all([
    readLineage(deps, member, fromDraftId, toDraftId),
    deps.causes.listOf(fromDraftId, toDraftId),
  ])
  const { links } = read.lineage
  return {
    fromDraftId,
    toDraftId,
    changed: changedArticles(links).length,
    missing: missingCauses(links, causes).map((subject) => ({ ...subject, label: labelOf(read, subject) })),
  }
}

function labelOf(read: ReadLineage, { side, provisionId }: CauseSubject): string {
  const unit = lineageUnits(read[side].text.provisions).find(({ id }) => id === provisionId)
  return unit?.provision.kind === 'article' ? unit.provision.label : ''
}
