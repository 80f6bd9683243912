import { followedOutcomes, missingCauses, subjectKey } from '#core/causes.ts'
import type { DraftMeta } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import type { Decision } from '#core/decision.ts'
import type { DraftId, OpinionId } from '#core/ids.ts'
import type { LogEntry } from '#core/log-entry.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf } from '#core/provision.ts'
import type { DecisionOnArticle, OfficeCauses } from '#contract/lineage-api.ts'
import { currentOpinions } from './current-opinions.ts'
import { namedCauses } from './named-causes.ts'
import { publicBetween, type ReadLineage } from './read-lineage.ts'
import { type DraftPair, readLineageOfBill } from './read-office-lineage.ts'

/**
 * The causes named so far between two drafts and who named them, those carried over from public drafts between the two,
 * the changed articles without either, and the decisions that concern an
 * article of either. Needs `opinion.readAll`: it names opinions of every contact point. Refuses as `readOfficeLineage`.
 */
export async function readCauses(
  deps: Pick<
    Deps,
    'drafts' | 'lineages' | 'causes' | 'members' | 'consultations' | 'decisions' | 'opinionLog'
  >,
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
  const decisions = await Promise.all(ofBill.map((consultation) => decisionsOn(deps, consultation, drafts)))
  return {
    causes: own.map((cause) => ({ ...cause, statedByName: names.get(cause.statedBy) ?? '' })),
    carried,
    missing: missingCauses(read.lineage.links, own).filter((owed) => !explained.has(subjectKey(owed))),
    decisions: decisions.flat(),
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

async function decisionsOn(
  deps: Pick<Deps, 'decisions' | 'opinionLog'>,
  consultation: Consultation,
  drafts: DraftPair,
): Promise<DecisionOnArticle[]> {
  const decided = await deps.decisions.listOf(consultation.id)
  const followed = new Map([...decided].filter(([, { outcome }]) => followedOutcomes.includes(outcome)))
  if (followed.size === 0) return []
  const { current } = await currentOpinions(deps, consultation.id)
  const isAboutOlder = consultation.draftId === drafts.fromDraftId
  return current.flatMap(({ n, entry }) => {
    const found = placeOf(entry, followed, drafts.toDraftId, isAboutOlder)
    return found === undefined ? [] : [{ ...found, consultationId: consultation.id, opinionId: entry.id, n }]
  })
}

/** Where the words are that it became; without any, the article of the older draft the opinion was about. */
function placeOf(
  { id, provisionId }: LogEntry,
  followed: ReadonlyMap<OpinionId, Decision>,
  toDraftId: DraftId,
  isAboutOlder: boolean,
): Pick<DecisionOnArticle, 'side' | 'provisionId' | 'outcome' | 'quote' | 'reason'> | undefined {
  const { outcome, resulting, reason: said } = followed.get(id) ?? {}
  if (outcome === undefined) return undefined
  const reason = said === undefined ? {} : { reason: said }
  if (resulting?.draftId === toDraftId) {
    const quote = resulting.quote === undefined ? {} : { quote: resulting.quote }
    return { side: 'to', provisionId: articleIdOf(resulting.provisionId), outcome, ...reason, ...quote }
  }
  if (!isAboutOlder || provisionId === null) return undefined
  return { side: 'from', provisionId: articleIdOf(provisionId), outcome, ...reason }
}
