import type { Readiness } from '#contract/office-api.ts'
import type { OwedCauses } from '#contract/lineage-api.ts'
import type { Bill, DraftMeta } from '#core/bill.ts'
import { bulletinHead } from '#core/bulletin/bulletin-head.ts'
import { type Consultation, consultationState } from '#core/consultation.ts'
import { outcomesWithWords } from '#core/deciding/outcome.ts'
import { locateWords } from '#core/deciding/decision-gaps.ts'
import { type DecisionStanding, outcomeOf } from '#core/deciding/decision-standing.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { LogHead } from '#core/log/log-ports.ts'
import type { Deps } from '#core/ports.ts'
import { reconcile } from '#core/deciding/reconciliation.ts'
import { standingGaps } from '#core/deciding/standing-gaps.ts'
import type { Instant } from '#core/time.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import { countWaiting } from '../deciding/find-waiting.ts'
import { followStanding } from '../deciding/follow-decisions.ts'
import { type ConsultationDrafts, readConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { owedCauses } from '../draft/release-gaps.ts'
import { provisionLabel } from '../deciding/shape-office-opinion.ts'

export type ReadinessDeps = Pick<
  Deps,
  | 'consultations'
  | 'bills'
  | 'drafts'
  | 'lineages'
  | 'causes'
  | 'decisions'
  | 'standings'
  | 'facts'
  | 'opinionLog'
  | 'settings'
>

/** What a bulletin rests on, as known at one time: facts of the log and which of it is decided, no texts. */
export interface BulletinGround {
  consultation: Consultation
  bill: Bill
  drafts: ConsultationDrafts
  head: LogHead
  facts: LogFacts
  standing: DecisionStanding
  /** The later drafts that answers point into and nobody has seen yet: the bulletin releases them, oldest first. */
  releasing: DraftMeta[]
  /** What those still owe (R6). */
  owed: OwedCauses[]
  /** Opinions acknowledged before the log was read that are not in it yet; 0 where nobody looked (`readWholeGround`). */
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
  return readinessOf(await readBulletinGround(deps, member, id), now, deps.settings.utcOffsetMinutes)
}

/** Reads facts and standing decisions as of now, drafts and head beside them. */
export async function readBulletinGround(
  deps: ReadinessDeps,
  member: Member,
  id: ConsultationId,
): Promise<BulletinGround> {
  const consultation = await deps.consultations.get(id)
  const facts = await catchUpFacts(deps, id)
  const [bill, drafts, standing, head] = await Promise.all([
    deps.bills.get(consultation.billId),
    readConsultationDrafts(deps, consultation),
    followStanding(deps, id, facts),
    deps.opinionLog.head(id),
  ])
  const releasing = releasedWith(drafts.later, facts, standing)
  const owed = await owedCauses(deps, member, releasing)
  return { consultation, bill, drafts, head, facts, standing, releasing, owed, waiting: 0 }
}

/**
 * The same for the instant of publishing (R3): the inbox is gone through first, so that every opinion acknowledged
 * before this was called is either in what is answered or counted as waiting.
 */
export async function readWholeGround(
  deps: ReadinessDeps & Pick<Deps, 'inbox'>,
  member: Member,
  id: ConsultationId,
): Promise<BulletinGround> {
  const waiting = await countWaiting(deps, id)
  return { ...(await readBulletinGround(deps, member, id)), waiting }
}

/** A draft that answers point into is made public in the same act: words nobody may read are no answer (R5). */
function releasedWith(later: readonly DraftMeta[], facts: LogFacts, standing: DecisionStanding): DraftMeta[] {
  const superseded = facts.superseded()
  const codes = new Set<number>()
  for (let place = 0; place < facts.size; place += 1)
    if (superseded[place] === 0) codes.add(standing.pointed[place] as number)
  codes.delete(0)
  const pointed = new Set([...codes].map((code) => standing.wordsOf(code).draftId))
  return later.filter(({ id, publishedAt }) => publishedAt === undefined && pointed.has(id))
}

/**
 * The rule itself. The log must not have grown since it was read; a later draft is needed only when some opinion is
 * said to be in its words, and every change in a draft released with the bulletin has its cause; every current opinion
 * needs an outcome, a reason, and words where the outcome asks for them.
 */
export function readinessOf(ground: BulletinGround, now: Instant, utcOffsetMinutes: number): Readiness {
  const { consultation, bill, drafts, facts, standing, head, owed, waiting } = ground
  const blockers: Readiness['blockers'] = []
  const state = consultationState(consultation, now)
  if (state !== 'closed' && state !== 'answered') blockers.push('not-closed')
  const reconciliation = reconcile(currentOutcomes(facts, standing))
  const needsWords = outcomesWithWords.some((outcome) => reconciliation.byOutcome[outcome] > 0)
  if (needsWords && drafts.later.length === 0) blockers.push('no-later-draft')
  if (head.size !== facts.size || waiting > 0) blockers.push('log-behind')
  if (owed.length > 0) blockers.push('causes-missing')
  const gaps = standingGaps(
    facts,
    standing,
    (words) => typeof locateWords(words, drafts.laterTexts) !== 'string',
  )
  return {
    ready: blockers.length === 0 && gaps.count === 0,
    blockers,
    waiting,
    owed,
    gaps: gaps.first(shownGaps).map(({ place, gap }) => ({
      opinionId: facts.ids.at(place),
      n: place,
      provisionLabel: provisionLabel(
        drafts.askedText,
        facts.anchorOf(facts.anchors[place] as number).provisionId,
      ),
      gap,
    })),
    gapCount: gaps.count,
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

function* currentOutcomes(facts: LogFacts, { outcomes }: DecisionStanding) {
  const superseded = facts.superseded()
  for (let place = 0; place < facts.size; place += 1)
    if (superseded[place] === 0) yield outcomeOf(outcomes[place] as number)
}
