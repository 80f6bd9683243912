import type { LogFacts } from '../log/log-facts.ts'

/** Under which article each opinion of a log is listed, and in which order. */
export interface OpinionListing {
  /** By anchor code: an article's id, `whole`, or `gone`. */
  articles: readonly string[]
  /** By anchor code: the article's place in the draft, the whole first. */
  orders: Uint32Array
  /** Places that are listed elsewhere than their anchor is: the words they quote decide where an article was split. */
  elsewhere: ReadonlyMap<number, string>
  orderOf: (article: string) => number
  /** By the articles of the draft people were asked about, so that a provision may be asked for by its own id. */
  isAsWritten: boolean
}

/** The listing that puts every opinion on one anchor under one article, but for those `elsewhere` (newest draft only). */
export function listingOf(
  facts: LogFacts,
  draftOrder: readonly string[],
  articleAt: (anchorCode: number) => string,
  elsewhere?: ReadonlyMap<number, string>,
): OpinionListing {
  const known = new Map(['whole', ...draftOrder].map((article, at) => [article, at]))
  // An annex of an older draft, or what is gone, comes last.
  const orderOf = (article: string) => known.get(article) ?? known.size
  const articles = facts.anchorWords.words.map((_, code) => (code === 0 ? 'whole' : articleAt(code)))
  return {
    articles,
    orders: Uint32Array.from(articles, orderOf),
    elsewhere: elsewhere ?? new Map(),
    orderOf,
    isAsWritten: elsewhere === undefined,
  }
}

/** The article the opinion at a place is listed under. */
export function articleOfPlace(facts: LogFacts, listing: OpinionListing, place: number): string {
  const moved = listing.elsewhere.get(place)
  return moved ?? (listing.articles[facts.anchors[place] as number] as string)
}

/** Its article's place in the draft. */
export function orderOfPlace(facts: LogFacts, listing: OpinionListing, place: number): number {
  const moved = listing.elsewhere.get(place)
  return moved === undefined
    ? (listing.orders[facts.anchors[place] as number] as number)
    : listing.orderOf(moved)
}
