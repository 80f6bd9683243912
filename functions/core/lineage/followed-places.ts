import { type CauseSubject, followedOutcomes, subjectKey } from './causes.ts'
import { codeOf, type DecisionStanding } from '../deciding/decision-standing.ts'
import type { DraftId } from '../ids.ts'
import type { LogFacts } from '../log/log-facts.ts'
import { articleIdOf } from '../draft/provision.ts'

/** The current opinions of a log that were followed and concern one article of two drafts. */
export interface FollowedArticle extends CauseSubject {
  /** How many there are. */
  count: number
  /** Places of the first of them, and of all that were asked for, ascending. */
  places: number[]
}

type Place = CauseSubject | undefined

/**
 * By article where followed opinions went: where the words are that one became (`to`); without any in the newer draft,
 * the article of the older one it was about (`from`). `most`: how many places of an article are kept; `wanted`: places
 * that are kept beyond it. One look at each opinion, none is read.
 */
export function followedPlaces(
  { facts, standing }: { facts: LogFacts; standing: DecisionStanding },
  drafts: { fromDraftId: DraftId; toDraftId: DraftId },
  { most, wanted }: { most: number; wanted: ReadonlySet<number> },
): FollowedArticle[] {
  const found = new Map<string, FollowedArticle>()
  const articleOf = (place: Place) => {
    if (place === undefined) return undefined
    const article = found.get(subjectKey(place)) ?? { ...place, count: 0, places: [] }
    found.set(subjectKey(place), article)
    return article
  }
  const inNewer = standing.words.words.map((_, code) =>
    articleOf(code === 0 ? undefined : newerPlace(standing, code, drafts.toDraftId)),
  )
  const inOlder = facts.anchorWords.words.map((_, code) =>
    articleOf(olderPlace(facts, code, drafts.fromDraftId)),
  )
  const [superseded, followed] = [facts.superseded(), new Set(followedOutcomes.map(codeOf))]
  for (let place = 0; place < facts.size; place += 1) {
    if (superseded[place] === 1 || !followed.has(standing.outcomes[place] ?? 0)) continue
    const article = inNewer[standing.pointed[place] ?? 0] ?? inOlder[facts.anchors[place] ?? 0]
    if (article === undefined) continue
    article.count += 1
    if (article.count <= most || wanted.has(place)) article.places.push(place)
  }
  return [...found.values()].filter(({ count }) => count > 0)
}

function newerPlace(standing: DecisionStanding, code: number, toDraftId: DraftId): Place {
  const { draftId, provisionId } = standing.wordsOf(code)
  return draftId === toDraftId ? { side: 'to', provisionId: articleIdOf(provisionId) } : undefined
}

function olderPlace(facts: LogFacts, code: number, fromDraftId: DraftId): Place {
  const { draftId, provisionId } = facts.anchorOf(code)
  if (draftId !== fromDraftId || provisionId === null) return undefined
  return { side: 'from', provisionId: articleIdOf(provisionId) }
}

/** How many of each may be shown so that all together are no more than `total`; at least one, at most `most`. */
export function evenShare(counts: readonly number[], most: number, total: number): number {
  let share = most
  const sum = () => counts.reduce((all, count) => all + Math.min(count, share), 0)
  while (share > 1 && sum() > total) share -= 1
  return share
}
