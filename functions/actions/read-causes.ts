import { followedOutcomes, missingCauses } from '#core/causes.ts'
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
import { type DraftPair, readLineageOfBill } from './read-office-lineage.ts'

/**
 * The causes named so far between two drafts, the changed articles without one, and the decisions that concern an
 * article of either. Needs `opinion.readAll`: it names opinions of every contact point. Refuses as `readOfficeLineage`.
 */
export async function readCauses(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'causes' | 'consultations' | 'decisions' | 'opinionLog'>,
  member: Member,
  drafts: DraftPair,
): Promise<OfficeCauses> {
  requirePermission(member, 'opinion.readAll')
  const [{ lineage }, causes, consultations] = await Promise.all([
    readLineageOfBill(deps, member, drafts),
    deps.causes.listOf(drafts.fromDraftId, drafts.toDraftId),
    deps.consultations.list(),
  ])
  const ofBill = consultations.filter(({ billId }) => billId === drafts.billId)
  const decisions = await Promise.all(ofBill.map((consultation) => decisionsOn(deps, consultation, drafts)))
  return { causes, missing: missingCauses(lineage.links, causes), decisions: decisions.flat() }
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
