import { limits } from '#contract/limits.ts'
import type { DecisionOnArticle, OfficeCauses } from '#contract/lineage-api.ts'
import { type Cause, followedOutcomes, maxCauseChars, subjectKey } from '#core/lineage/causes.ts'
import type { Consultation } from '#core/consultation.ts'
import { evenShare, type FollowedArticle, followedPlaces } from '#core/lineage/followed-places.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import { followStanding } from './follow-decisions.ts'
import type { FactDeps } from '../log/follow-facts.ts'
import type { DraftPair } from '../lineage/read-office-lineage.ts'

export type FollowedDeps = FactDeps & Pick<Deps, 'decisions' | 'standings'>

/** A decision to be shown, by what is known of it without reading it. */
type Chosen = Pick<DecisionOnArticle, 'side' | 'provisionId' | 'consultationId' | 'opinionId' | 'n'>
/** An article's followed opinions of one consultation; `named`: their places whatever the share. */
type Followed = FollowedArticle & { chosen: Chosen[]; named: ReadonlySet<number> }

/**
 * The followed decisions of a bill's consultations by the article they concern between two drafts: those `causes` name,
 * and the first of each article, as many as its share of `limits.maxDecisionsInCauses`. `unlisted`: how many there are
 * besides, article by article. Found by the facts and the standing decisions: of a million only what is shown is read.
 */
export async function followedDecisions(
  deps: FollowedDeps,
  consultations: readonly Consultation[],
  drafts: DraftPair,
  causes: readonly Cause[],
): Promise<Pick<OfficeCauses, 'decisions' | 'unlisted'>> {
  const all: Followed[] = []
  for (const { id } of consultations) all.push(...(await followedIn(deps, id, drafts, causes)))
  const share = evenShare(
    all.map(({ count }) => count),
    limits.maxDecisionsOfArticle,
    limits.maxDecisionsInCauses,
  )
  const [chosen, unlisted] = [[] as Chosen[], new Map<string, OfficeCauses['unlisted'][number]>()]
  for (const article of all) {
    const { side, provisionId, named, count } = article
    const shown = article.chosen.filter(({ n }, at) => at < share || named.has(n))
    chosen.push(...shown)
    const left = count - shown.length + (unlisted.get(subjectKey(article))?.count ?? 0)
    if (left > 0) unlisted.set(subjectKey(article), { side, provisionId, count: left })
  }
  const decisions = await eachInFlight(chosen, limits.maxPutsInFlight, (one) => readChosen(deps, one))
  return { decisions: decisions.flat(), unlisted: [...unlisted.values()] }
}

async function followedIn(
  deps: FollowedDeps,
  consultationId: ConsultationId,
  drafts: DraftPair,
  causes: readonly Cause[],
): Promise<Followed[]> {
  const facts = await catchUpFacts(deps, consultationId)
  const standing = await followStanding(deps, consultationId, facts)
  const ids = causes.flatMap(({ decisions }) =>
    decisions.flatMap((named): OpinionId[] =>
      named.consultationId === consultationId ? [named.opinionId] : [],
    ),
  )
  const named = new Set(facts.ids.placesOf(ids).values())
  const asked = { most: limits.maxDecisionsOfArticle, wanted: named }
  return followedPlaces({ facts, standing }, drafts, asked).map((article) => {
    const { side, provisionId, places } = article
    const chosen = places.map((n) => ({ side, provisionId, consultationId, opinionId: facts.ids.at(n), n }))
    return { ...article, chosen, named }
  })
}

/** What a decision says; nothing, where a colleague has taken it back this moment. */
async function readChosen(
  deps: Pick<Deps, 'decisions'>,
  { side, ...where }: Chosen,
): Promise<DecisionOnArticle[]> {
  const held = await deps.decisions.find(where.consultationId, where.opinionId)
  if (held?.outcome === undefined || !followedOutcomes.includes(held.outcome)) return []
  const { outcome, resulting, reason } = held
  return [
    {
      side,
      ...where,
      outcome,
      // Longer than a cause may be it is cut there: the answer must fit through the gateway.
      ...(reason !== undefined && { reason: reason.slice(0, maxCauseChars + 1) }),
      ...(side === 'to' && resulting?.quote !== undefined && { quote: resulting.quote }),
    },
  ]
}
