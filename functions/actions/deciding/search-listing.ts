import { limits } from '#contract/limits.ts'
import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import { type FactsFilter, selectPlaces } from '#core/deciding/select-opinions.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { tileWidth } from '#core/log/tiles.ts'
import type { Deps } from '#core/ports.ts'
import { isSought, mayHoldWords, searchedWords } from '#core/text/search-words.ts'
import { firstFrom, type ListingPage, pageLimit } from './listing-page.ts'
import type { ReadListing } from './read-listing.ts'

/** The opinions of a page that hold every word typed, or the one whose number was typed (第 77 号); one call reads up to `limits.maxBundlesPerSearch` bundles. */
export async function searchPage(
  deps: Pick<Deps, 'opinionLog'>,
  { consultation, ground }: ReadListing,
  query: Partial<OpinionListQuery>,
  filter: FactsFilter,
  typed: string,
): Promise<ListingPage> {
  const words = searchedWords(typed)
  const selected = selectPlaces(ground, filter)
  const { place } = words
  const all = place === undefined ? selected : selected.filter((one) => one === place)
  const from = query.cursor === undefined ? 0 : firstFrom(all, query.cursor, String)
  const until = endOfBundles(all, from, limits.maxBundlesPerSearch)
  const limit = pageLimit(query)
  const opinions: LoggedOpinion[] = []
  let next: number | undefined = all[until]
  const read = deps.opinionLog.readAt(consultation.id, [...all.subarray(from, until)], (bytes) =>
    mayHoldWords(words, bytes),
  )
  for await (const opinion of read) {
    if (!isSought(words, { n: opinion.n, content: opinion.text.content })) continue
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
