import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import { orderOfPlace } from '#core/deciding/opinion-listing.ts'
import { type FactsFilter, inListingOrder, selectPlaces } from '#core/deciding/select-opinions.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Deps } from '#core/ports.ts'
import type { ReadListing } from './read-listing.ts'

const defaultLimit = 50
const maxLimit = 200

/** One page of a list; `searched`: how many of the opinions it may come from a search has read so far. */
export interface ListingPage {
  opinions: LoggedOpinion[]
  cursor: string | null
  searched?: { done: number; of: number }
}

/** A page in log order or article by article, beginning at a cursor or at an opinion; reads the bundles it shows. */
export async function readPage(
  deps: Pick<Deps, 'opinionLog'>,
  { consultation, ground }: ReadListing,
  query: Partial<OpinionListQuery>,
  filter: FactsFilter,
): Promise<ListingPage> {
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

/** How many opinions a page holds. */
export const pageLimit = (query: Partial<OpinionListQuery>): number =>
  Math.min(Math.max(query.limit ?? defaultLimit, 1), maxLimit)

/** Where a page goes on: what the cursor names, or what now stands behind where it stood. */
export function firstFrom(places: Uint32Array, cursor: string, keyOf: (place: number) => string): number {
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
