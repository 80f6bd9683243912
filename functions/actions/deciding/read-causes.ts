import type { DraftMeta } from '#core/bill.ts'
import { missingCauses, subjectKey } from '#core/lineage/causes.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { OfficeCauses } from '#contract/lineage-api.ts'
import { followedDecisions, type FollowedDeps } from './followed-decisions.ts'
import { namedCauses } from '../lineage/named-causes.ts'
import { publicBetween, type ReadLineage } from '../lineage/read-lineage.ts'
import { type DraftPair, readLineageOfBill } from '../lineage/read-office-lineage.ts'

/**
 * The causes named so far between two drafts and who named them, those carried over from public drafts between the two,
 * the changed articles without either, and the decisions that concern an article of either, as many of each as a person
 * looks through. Needs `opinion.readAll`: it names opinions of every contact point. Refuses as `readOfficeLineage`.
 */
export async function readCauses(
  deps: FollowedDeps & Pick<Deps, 'drafts' | 'lineages' | 'causes' | 'members' | 'consultations'>,
  member: Member,
  drafts: DraftPair,
): Promise<OfficeCauses> {
  requirePermission(member, 'opinion.readAll')
  const [read, own, consultations, members, ofDrafts] = await Promise.all([
    readLineageOfBill(deps, member, drafts),
    deps.causes.listOf(drafts.fromDraftId, drafts.toDraftId),
    deps.consultations.list(),
    deps.members.list(),
    deps.drafts.listOf(drafts.billId),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const carried = await carriedCauses(deps, read, publicBetween(ofDrafts, read))
  const explained = new Set(carried.map(subjectKey))
  const ofBill = consultations.filter(({ billId }) => billId === drafts.billId)
  return {
    causes: own.map((cause) => ({ ...cause, statedByName: names.get(cause.statedBy) ?? '' })),
    carried,
    missing: missingCauses(read.lineage.links, own).filter((owed) => !explained.has(subjectKey(owed))),
    ...(await followedDecisions(deps, ofBill, drafts, own)),
  }
}

async function carriedCauses(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'causes'>,
  { from, to }: ReadLineage,
  between: readonly DraftMeta[],
): Promise<OfficeCauses['carried']> {
  if (between.length === 0) return []
  const named = await namedCauses(deps, from.meta, to.meta, between)
  return named.flatMap(({ step, ...cause }) => (step ? [{ ...cause, step }] : []))
}
