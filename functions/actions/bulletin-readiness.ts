import type { Readiness } from '#contract/office-api.ts'
import type { OwedCauses } from '#contract/lineage-api.ts'
import type { Bill, DraftMeta } from '#core/bill.ts'
import { bulletinHead } from '#core/bulletin-head.ts'
import { type Consultation, consultationState } from '#core/consultation.ts'
import type { Decision } from '#core/decision.ts'
import { outcomesWithWords } from '#core/decision.ts'
import { decisionGaps } from '#core/decision-gaps.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps, LogHead } from '#core/ports.ts'
import { reconcile } from '#core/reconciliation.ts'
import type { CurrentOpinions } from '#core/revisions.ts'
import type { Instant } from '#core/time.ts'
import { currentOpinions } from './current-opinions.ts'
import { type ConsultationDrafts, readConsultationDrafts } from './read-later-drafts.ts'
import { owedCauses } from './release-gaps.ts'
import { provisionLabel } from './shape-office-opinion.ts'

export type ReadinessDeps = Pick<
  Deps,
  'consultations' | 'bills' | 'drafts' | 'lineages' | 'causes' | 'decisions' | 'opinionLog' | 'settings'
>

/** Everything a bulletin is made of, as read at one time. */
export interface BulletinMaterial extends CurrentOpinions {
  consultation: Consultation
  bill: Bill
  drafts: ConsultationDrafts
  decisions: ReadonlyMap<OpinionId, Decision>
  head: LogHead
  /** The later drafts that answers point into and nobody has seen yet: the bulletin releases them, oldest first. */
  releasing: DraftMeta[]
  /** What those still owe (R6). */
  owed: OwedCauses[]
  /** Opinions acknowledged before the log was read that are not in it yet; 0 where nobody looked (`readWholeMaterial`). */
  waiting: number
}

/** Gaps named in one answer; `gapCount` counts all of them. */
const shownGaps = 500

/** What still keeps the bulletin from being published (R3, R4, R5, R6). Refuses `not-permitted`, `not-found`. */
export async function bulletinReadiness(
  deps: ReadinessDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<Readiness> {
  requirePermission(member, 'consultation.publish')
  return readinessOf(await readBulletinMaterial(deps, member, id), now, deps.settings.utcOffsetMinutes)
}

/** Reads the log once, and decisions, drafts and head beside it. */
export async function readBulletinMaterial(
  deps: ReadinessDeps,
  member: Member,
  id: ConsultationId,
): Promise<BulletinMaterial> {
  const consultation = await deps.consultations.get(id)
  const opinions = await currentOpinions(deps, id)
  const [bill, drafts, decisions, head] = await Promise.all([
    deps.bills.get(consultation.billId),
    readConsultationDrafts(deps, consultation),
    deps.decisions.listOf(id),
    deps.opinionLog.head(id),
  ])
  const releasing = releasedWith(drafts.later, opinions.current, decisions)
  const owed = await owedCauses(deps, member, releasing)
  return { ...opinions, consultation, bill, drafts, decisions, head, releasing, owed, waiting: 0 }
}

/**
 * The same for the instant of publishing (R3): the inbox is read before the log, so that every opinion acknowledged
 * before this was called is either in what is answered or counted as waiting.
 */
export async function readWholeMaterial(
  deps: ReadinessDeps & Pick<Deps, 'inbox'>,
  member: Member,
  id: ConsultationId,
): Promise<BulletinMaterial> {
  const received = await deps.inbox.idsOf(id)
  const material = await readBulletinMaterial(deps, member, id)
  const { logged } = material
  return { ...material, waiting: received.filter((opinion) => !logged.has(opinion)).length }
}

/** A draft that answers point into is made public in the same act: words nobody may read are no answer (R5). */
function releasedWith(
  later: readonly DraftMeta[],
  current: BulletinMaterial['current'],
  decisions: BulletinMaterial['decisions'],
): DraftMeta[] {
  const pointed = new Set(current.map(({ entry }) => decisions.get(entry.id)?.resulting?.draftId))
  return later.filter(({ id, publishedAt }) => publishedAt === undefined && pointed.has(id))
}

/**
 * The rule itself. The log must not have grown since it was read; a later draft is needed only when some opinion is
 * said to be in its words, and every change in a draft released with the bulletin has its cause; every current opinion
 * needs an outcome, a reason, and words where the outcome asks for them.
 */
export function readinessOf(material: BulletinMaterial, now: Instant, utcOffsetMinutes: number): Readiness {
  const { consultation, bill, drafts, decisions, head, current, owed } = material
  const gaps = current.flatMap(({ n, entry }) =>
    decisionGaps(decisions.get(entry.id), drafts.laterTexts).map((gap) => ({
      opinionId: entry.id,
      n,
      provisionLabel: provisionLabel(drafts.askedText, entry.provisionId),
      gap,
    })),
  )
  const blockers: Readiness['blockers'] = []
  const state = consultationState(consultation, now)
  if (state !== 'closed' && state !== 'answered') blockers.push('not-closed')
  const needsWords = current.some(({ entry }) => {
    const outcome = decisions.get(entry.id)?.outcome
    return outcome !== undefined && outcomesWithWords.includes(outcome)
  })
  if (needsWords && drafts.later.length === 0) blockers.push('no-later-draft')
  if (head.size !== material.entries || material.waiting > 0) blockers.push('log-behind')
  if (owed.length > 0) blockers.push('causes-missing')
  const reconciliation = reconcile(current.map(({ entry }) => decisions.get(entry.id)?.outcome))
  return {
    ready: blockers.length === 0 && gaps.length === 0,
    blockers,
    waiting: material.waiting,
    owed,
    gaps: gaps.slice(0, shownGaps),
    gapCount: gaps.length,
    reconciliation,
    suggestedHead: bulletinHead(
      {
        billTitle: bill.title,
        opensAt: consultation.opensAt,
        closesAt: consultation.closesAt,
        utcOffsetMinutes,
      },
      head.tallies,
      reconciliation,
    ),
  }
}
