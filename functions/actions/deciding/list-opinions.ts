import type { OfficeOpinionPage } from '#contract/office-api.ts'
import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import { limits } from '#contract/limits.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { ConsultationId, ContactPointId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Member } from '#core/member.ts'
import { articleOfPlace, orderOfPlace } from '#core/deciding/opinion-listing.ts'
import { may, requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { holdsWords, mayHoldWords, searchedWords } from '#core/text/search-words.ts'
import { type FactsFilter, inListingOrder, selectPlaces } from '#core/deciding/select-opinions.ts'
import { tileWidth } from '#core/log/tiles.ts'
import { articlesAssignedTo } from './articles-assigned-to.ts'
import { correctedById, earlierRevisions } from './earlier-revisions.ts'
import { type ListingDeps, readListing, type ReadListing } from './read-listing.ts'
import { unsettledIn } from './settle-versions.ts'
import { readGroupSizes } from './same-kinds.ts'
import { shapeOfficeOpinion } from './shape-office-opinion.ts'

type ListDeps = ListingDeps & Pick<Deps, 'contactPoints' | 'assignments' | 'groups' | 'keys'>

const defaultLimit = 50
const maxLimit = 200

/**
 * Current opinions of a consultation, filtered: in log order, or article by article as the draft has them. A page reads
 * the bundles it shows and no others; a search reads the texts that may hold its words, up to 400 bundles a call.
 * Legislators and auditors see all, a contact point its own without what the legislature has not said yet. Refuses
 * `not-permitted` (also when another contact point's are asked for) and `not-found`.
 */
export async function listOpinions(
  deps: ListDeps,
  member: Member,
  id: ConsultationId,
  query: Partial<OpinionListQuery>,
): Promise<OfficeOpinionPage> {
  const filter = await factsFilter(deps, member, id, query)
  const listing = await readListing(deps, id, query.newest === true)
  const page =
    query.q === undefined || query.q === ''
      ? await readPage(deps, listing, query, filter)
      : await searchPage(deps, listing, query, filter, query.q)
  const { facts } = listing.ground
  return {
    opinions: await shapeAll(deps, member, listing, page.opinions),
    cursor: page.cursor,
    known: facts.size,
    logged: listing.logged,
    ...(page.searched && { searched: page.searched }),
  }
}

/** What a member asks of the facts. Refuses `not-permitted`. */
export async function factsFilter(
  deps: Pick<Deps, 'assignments'>,
  member: Member,
  id: ConsultationId,
  { mine, contactPoint, ...rest }: Partial<OpinionListQuery>,
): Promise<FactsFilter> {
  const visible = visibleContactPoint(member, contactPoint)
  if (mine !== true) return { ...rest, contactPoint: visible }
  return { ...rest, contactPoint: visible, articles: await articlesAssignedTo(deps, id, member.id) }
}

/** The contact point whose opinions a member may list; `undefined`: all. */
export function visibleContactPoint(
  member: Member,
  asked: ContactPointId | 'direct' | undefined,
): ContactPointId | 'direct' | undefined {
  if (may(member, 'opinion.readAll')) return asked
  requirePermission(member, 'opinion.readOwn')
  const own = member.contactPointId
  // A liaison without a contact point has nothing of their own to see.
  if (own === undefined) requirePermission(member, 'opinion.readAll')
  if (asked === 'direct') requirePermission(member, 'opinion.readAll')
  else if (asked !== undefined) requireOwnContactPoint(member, asked)
  return own
}

interface Page {
  opinions: LoggedOpinion[]
  cursor: string | null
  searched?: { done: number; of: number }
}

async function readPage(
  deps: Pick<Deps, 'opinionLog'>,
  { consultation, ground }: ReadListing,
  query: Partial<OpinionListQuery>,
  filter: FactsFilter,
): Promise<Page> {
  const isByDraft = query.order === 'draft'
  const selected = selectPlaces(ground, filter)
  const places = isByDraft ? inListingOrder(ground, selected) : selected
  const keyOf = (place: number) => {
    const order = isByDraft ? orderOfPlace(ground.facts, ground.listing, place) : 0
    return `${isByDraft ? `${order}.` : ''}${place}`
  }
  const at = query.at && ground.facts.ids.placesOf([query.at]).get(query.at)
  const cursor = at === undefined ? query.cursor : keyOf(at)
  const from = cursor === undefined ? 0 : firstFrom(places, cursor, keyOf)
  const limit = pageLimit(query)
  const shown = [...places.subarray(from, from + limit)]
  const found = new Map<number, LoggedOpinion>()
  for await (const opinion of deps.opinionLog.readAt(consultation.id, shown)) found.set(opinion.n, opinion)
  const next = places[from + limit]
  return {
    opinions: shown.flatMap((place) => found.get(place) ?? []),
    cursor: next === undefined ? null : keyOf(next),
  }
}

const pageLimit = (query: Partial<OpinionListQuery>): number =>
  Math.min(Math.max(query.limit ?? defaultLimit, 1), maxLimit)

/** Where a page goes on: what the cursor names, or what now stands behind where it stood. */
function firstFrom(places: Uint32Array, cursor: string, keyOf: (place: number) => string): number {
  const parts = (key: string) => key.split('.').map(Number)
  const isBefore = (key: string): boolean => {
    const [a = 0, b = 0] = parts(key)
    const [c = 0, d = 0] = parts(cursor)
    return a < c || (a === c && b < d)
  }
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(keyOf(places[middle] as number))) low = middle + 1
    else high = middle
  }
  return low
}

async function searchPage(
  deps: Pick<Deps, 'opinionLog'>,
  { consultation, ground }: ReadListing,
  query: Partial<OpinionListQuery>,
  filter: FactsFilter,
  typed: string,
): Promise<Page> {
  const words = searchedWords(typed)
  const all = selectPlaces(ground, filter)
  const from = query.cursor === undefined ? 0 : firstFrom(all, query.cursor, String)
  const until = endOfBundles(all, from, limits.maxBundlesPerSearch)
  const limit = pageLimit(query)
  const opinions: LoggedOpinion[] = []
  let next: number | undefined = all[until]
  const read = deps.opinionLog.readAt(consultation.id, [...all.subarray(from, until)], (bytes) =>
    mayHoldWords(words, bytes),
  )
  for await (const opinion of read) {
    if (!holdsWords(words, opinion.text.content)) continue
    if (opinions.length === limit) {
      next = opinion.n
      break
    }
    opinions.push(opinion)
  }
  const done = next === undefined ? all.length : firstFrom(all, String(next), String)
  return { opinions, cursor: next === undefined ? null : String(next), searched: { done, of: all.length } }
}

/** How far so many bundles of the log reach among the places from `from` on. */
function endOfBundles(places: Uint32Array, from: number, bundles: number): number {
  let [at, read, last] = [from, 0, -1]
  for (; at < places.length; at += 1) {
    const bundle = Math.floor((places[at] as number) / tileWidth)
    if (bundle !== last) read += 1
    last = bundle
    if (read > bundles) return at
  }
  return at
}

async function shapeAll(
  deps: ListDeps,
  member: Member,
  { consultation, ground, followerOf }: ReadListing,
  opinions: readonly LoggedOpinion[],
): Promise<OfficeOpinionPage['opinions']> {
  const isEverything = may(member, 'opinion.readAll')
  const [askedText, contactPoints, found, sizes] = await Promise.all([
    deps.drafts.text(consultation.draftId),
    deps.contactPoints.list(),
    // What is not published yet is the legislature's alone.
    isEverything
      ? eachInFlight(opinions, limits.maxPutsInFlight, ({ entry }) =>
          deps.decisions.find(consultation.id, entry.id),
        )
      : [],
    isEverything ? readGroupSizes(deps, consultation.id, ground.facts) : undefined,
  ])
  const decisions = new Map<OpinionId, Decision>()
  for (const decision of found) if (decision !== undefined) decisions.set(decision.opinionId, decision)
  const follower = await followerOf(found.flatMap((decision) => decision?.resulting?.draftId ?? []))
  const around = { askedText, contactPoints, decisions, earlier: earlierRevisions(ground.facts), follower }
  const isUnsettled = unsettledIn(deps, correctedById(ground.facts))
  return opinions.map((logged) => ({
    ...shapeOfficeOpinion(logged, around),
    ...sameCountOf(sizes?.at(logged.n)),
    ...(isUnsettled(logged.entry.id) && { unsettled: true as const }),
    listedUnder: articleOfPlace(ground.facts, ground.listing, logged.n),
  }))
}

function sameCountOf(size: number | undefined): { sameCount?: number } {
  return size === undefined ? {} : { sameCount: size }
}
