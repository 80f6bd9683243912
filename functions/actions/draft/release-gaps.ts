import type { OwedCauses } from '#contract/lineage-api.ts'
import type { DraftMeta } from '#core/bill.ts'
import { changedArticles, type CauseSubject, missingCauses, subjectKey } from '#core/lineage/causes.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import { draftPairs, type DraftsBetween } from '#core/draft/draft-pairs.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import { lineageUnits } from '#core/lineage/lineage-units.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { namedCauses } from '../lineage/named-causes.ts'
import { type ReadLineage, readLineage } from '../lineage/read-lineage.ts'

export type CauseGapDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes'>

/**
 * What drafts released together in one act still owe before the public may see them (R6). Measured are the drafts the
 * public will know then: first each of them against the next, whichever of the two is new, and what a correction of the
 * lineage has left two public ones owing; then any two with a new one at an end or between, whose articles must have
 * their causes from the way. Pairs that owe nothing are left out. Refuses `not-permitted`, `not-found`.
 */
export async function owedCauses(
  deps: CauseGapDeps,
  member: Member,
  drafts: readonly DraftMeta[],
): Promise<OwedCauses[]> {
  const releasing = drafts.filter(({ publishedAt }) => publishedAt === undefined)
  const bills = new Map(releasing.map(({ billId }) => [billId, releasing.map(({ id }) => id)]))
  const owed: OwedCauses[] = []
  for (const [billId, ids] of bills) owed.push(...(await owedOfBill(deps, member, billId, new Set(ids))))
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

async function owedOfBill(
  deps: CauseGapDeps,
  member: Member,
  billId: BillId,
  releasing: ReadonlySet<DraftId>,
): Promise<OwedCauses[]> {
  const chain = (await deps.drafts.listOf(billId))
    .filter(({ id, publishedAt }) => publishedAt !== undefined || releasing.has(id))
    .toSorted(compareDrafts)
  const pairs = draftPairs(chain)
  const steps = pairs.filter(({ between }) => between.length === 0)
  const owed = await owedIn(deps, member, steps)
  // What is owed on the way is missing from end to end as well: it is asked for once, where it belongs.
  if (owed.length > 0) return owed
  const isNew = ({ from, to, between }: DraftsBetween<DraftMeta>) =>
    [from, ...between, to].some(({ id }) => releasing.has(id))
  return owedIn(
    deps,
    member,
    pairs.filter((pair) => pair.between.length > 0 && isNew(pair)),
  )
}

async function owedIn(
  deps: CauseGapDeps,
  member: Member,
  pairs: readonly DraftsBetween<DraftMeta>[],
): Promise<OwedCauses[]> {
  const owed: OwedCauses[] = []
  // One after the other: aligning two long drafts is a quarter of a second of work each.
  for (const pair of pairs) {
    const gap = await owedBetween(deps, member, pair)
    if (gap.missing.length > 0) owed.push(gap)
  }
  return owed
}

async function owedBetween(
  deps: CauseGapDeps,
  member: Member,
  { from, to, between }: DraftsBetween<DraftMeta>,
): Promise<OwedCauses> {
  const [read, own, named] = await Promise.all([
    readLineage(deps, member, from.id, to.id),
    deps.causes.listOf(from.id, to.id),
    between.length > 0 ? namedCauses(deps, from, to, between) : [],
  ])
  const { links } = read.lineage
  const onTheWay = new Set(named.filter(({ step }) => step !== undefined).map(subjectKey))
  const missing = missingCauses(links, own).filter((subject) => !onTheWay.has(subjectKey(subject)))
  return {
    fromDraftId: from.id,
    toDraftId: to.id,
    changed: changedArticles(links).length,
    missing: missing.map((subject) => ({ ...subject, label: labelOf(read, subject) })),
  }
}

function labelOf(read: ReadLineage, { side, provisionId }: CauseSubject): string {
  const unit = lineageUnits(read[side].text.provisions).find(({ id }) => id === provisionId)
  return unit?.provision.kind === 'article' ? unit.provision.label : ''
}
