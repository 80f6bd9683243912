import type { Consultation } from '#core/consultation.ts'
import type { ConsultationId, DraftId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { listingOf, type OpinionListing } from '#core/deciding/opinion-listing.ts'
import type { OpinionLog } from '#core/log/log-ports.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf, articlesOf } from '#core/draft/provision.ts'
import type { SelectionGround } from '#core/deciding/select-opinions.ts'
import { followDecisions } from './follow-decisions.ts'
import { type FactDeps, followFacts } from '../log/follow-facts.ts'
import { articleNow, followIntoNewest, type Follower } from '../lineage/follow-opinions.ts'

export type ListingDeps = FactDeps &
  Pick<Deps, 'consultations' | 'drafts' | 'lineages' | 'decisions' | 'standings'>

/** A consultation's opinions as they are chosen from, and what their followers know. */
export interface ReadListing {
  consultation: Consultation
  ground: SelectionGround
  /** Follows opinions into the newest draft, and the words of decisions that point into these drafts. */
  followerOf: (pointed: readonly DraftId[]) => Promise<Follower>
  /** Entries in the log; `ground.facts.size` of them are known. */
  logged: number
}

/** Gathers what is new, and lists every opinion under its article: of the draft asked about, or of the newest. */
export async function readListing(
  deps: ListingDeps,
  id: ConsultationId,
  isNewest: boolean,
): Promise<ReadListing> {
  const consultation = await deps.consultations.get(id)
  const { log: facts, logged } = await followFacts(deps, id)
  const asked = await deps.drafts.get(consultation.draftId)
  const drafts = new Set(facts.anchorWords.words.slice(1).map((_, at) => facts.anchorOf(at + 1).draftId))
  const [decided, follower] = await Promise.all([
    followDecisions(deps, id, facts),
    followIntoNewest(deps, asked, drafts),
  ])
  const draftId = isNewest ? (follower.newestId ?? asked.id) : asked.id
  const { provisions } = await deps.drafts.text(draftId)
  const order = articlesOf(provisions).map((article) => article.id as string)
  const listing = isNewest
    ? await newestListing(deps, id, facts, follower, order)
    : listingOf(facts, order, (code) => writtenArticle(facts, code))
  const followerOf = async (pointed: readonly DraftId[]) =>
    pointed.every((draft) => draft === follower.newestId || drafts.has(draft))
      ? follower
      : followIntoNewest(deps, asked, new Set([...drafts, ...pointed]))
  return { consultation, ground: { facts, decided, listing }, followerOf, logged }
}

function writtenArticle(facts: LogFacts, code: number): string {
  const { provisionId } = facts.anchorOf(code)
  return provisionId === null ? 'whole' : articleIdOf(provisionId)
}

/** Quoted words by place, of opinions on articles that were split: kept, since the log never changes. */
const quotes = new WeakMap<OpinionLog, Map<ConsultationId, Map<number, string>>>()

async function newestListing(
  deps: Pick<Deps, 'opinionLog'>,
  id: ConsultationId,
  facts: LogFacts,
  follower: Follower,
  order: readonly string[],
): Promise<OpinionListing> {
  const followed = facts.anchorWords.words.map((_, code) => {
    const { draftId, provisionId } = facts.anchorOf(code)
    return follower.follow(draftId, provisionId)
  })
  // Only where an article went to several do the words quoted decide; those opinions are read, once.
  const isSplit = followed.map(
    (place) => new Set(place?.provisions.map((provision) => articleIdOf(provision.id))).size > 1,
  )
  const known = quotes.get(deps.opinionLog)?.get(id) ?? new Map<number, string>()
  quotes.set(deps.opinionLog, (quotes.get(deps.opinionLog) ?? new Map()).set(id, known))
  const split: number[] = []
  for (let place = 0; place < facts.size; place += 1)
    if (isSplit[facts.anchors[place] as number] === true && facts.isQuoting(place)) split.push(place)
  const unread = split.filter((place) => !known.has(place))
  for await (const { n, text } of deps.opinionLog.readAt(id, unread)) known.set(n, text.content.quote ?? '')
  const elsewhere = new Map<number, string>()
  for (const place of split) {
    const { draftId, provisionId } = facts.anchorOf(facts.anchors[place] as number)
    elsewhere.set(place, articleNow(provisionId, follower.follow(draftId, provisionId, known.get(place))))
  }
  const articleAt = (code: number) => articleNow(facts.anchorOf(code).provisionId, followed[code])
  return listingOf(facts, order, articleAt, elsewhere)
}
