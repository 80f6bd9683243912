import { codeOf } from './decision-standing.ts'
import type { Outcome } from './outcome.ts'
import { changeTypeIn, channelIn, dayOfDate, flagsIn, type LogFacts } from '../log/log-facts.ts'
import { type ChangeType, changeTypes, type Channel, channels } from '../opinion.ts'
import { type OpinionListing, orderOfPlace } from './opinion-listing.ts'
import type { CalendarDate } from '../time.ts'

/** What is asked of an opinion without reading it; what is missing asks for nothing. */
export interface FactsFilter {
  article?: string | undefined
  channel?: Channel | undefined
  /** A contact point's id, or `direct`. */
  contactPoint?: string | undefined
  /** As written, or `none`. */
  category?: string | undefined
  area?: string | undefined
  changeType?: ChangeType | undefined
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
  undecided?: boolean | undefined
  outcome?: Outcome | undefined
  flagged?: boolean | undefined
  /** Listed under one of these. */
  articles?: ReadonlySet<string> | undefined
}

/** A log as it is chosen from: its facts, what is decided (`decision-standing.ts`), where each opinion is listed. */
export interface SelectionGround {
  facts: LogFacts
  decided: Uint8Array
  listing: OpinionListing
}

/** Whether the opinion at a place is meant; one that was corrected never is. */
export function opinionSelector(ground: SelectionGround, filter: FactsFilter): (place: number) => boolean {
  const { facts, decided } = ground
  const superseded = facts.superseded()
  const tests = [...factTests(facts, filter), ...listingTests(ground, filter)]
  if (filter.undecided === true) tests.push((place) => (decided[place] ?? 0) === 0)
  if (filter.outcome !== undefined) {
    const code = codeOf(filter.outcome)
    tests.push((place) => (decided[place] ?? 0) === code)
  }
  return (place) => superseded[place] === 0 && tests.every((test) => test(place))
}

type Test = (place: number) => boolean

function factTests(facts: LogFacts, filter: FactsFilter): Test[] {
  const tests: Test[] = []
  const { channel, changeType, contactPoint, category, area, flagged, from, to } = filter
  const coded = (column: ArrayLike<number>, code: number | undefined) =>
    tests.push((place) => column[place] === code)
  if (contactPoint !== undefined)
    coded(facts.points, contactPoint === 'direct' ? 0 : facts.pointWords.find(contactPoint))
  if (category !== undefined)
    coded(facts.categories, category === 'none' ? 0 : facts.categoryWords.find(category))
  if (area !== undefined) coded(facts.areas, area === 'none' ? 0 : facts.areaWords.find(area))
  const marked = (read: (marks: number) => number, wanted: number) =>
    tests.push((place) => read(facts.marks[place] as number) === wanted)
  if (channel !== undefined) marked(channelIn, channels.indexOf(channel))
  if (changeType !== undefined) marked(changeTypeIn, changeTypes.indexOf(changeType))
  if (flagged === true) tests.push((place) => flagsIn(facts.marks[place] as number) !== 0)
  if (from !== undefined || to !== undefined) {
    const first = from === undefined ? 0 : dayOfDate(from)
    const last = to === undefined ? Infinity : dayOfDate(to)
    tests.push((place) => {
      const day = facts.days[place] as number
      return day >= first && day <= last
    })
  }
  return tests
}

function listingTests({ facts, listing }: SelectionGround, { article, articles }: FactsFilter): Test[] {
  const tests: Test[] = []
  const anchored = (wanted: (listed: string, code: number) => boolean) => {
    const byAnchor = listing.articles.map(wanted)
    tests.push((place) => {
      const moved = listing.elsewhere.get(place)
      return moved === undefined ? byAnchor[facts.anchors[place] as number] === true : wanted(moved, 0)
    })
  }
  if (article !== undefined)
    anchored(
      (listed, code) =>
        listed === article || (listing.isAsWritten && facts.anchorOf(code).provisionId === article),
    )
  if (articles !== undefined) anchored((listed) => articles.has(listed))
  return tests
}

/** The places of opinions that are meant, in the order of the log. */
export function selectPlaces(ground: SelectionGround, filter: FactsFilter): Uint32Array {
  const isMeant = opinionSelector(ground, filter)
  const { size } = ground.facts
  const found = new Uint32Array(size)
  let count = 0
  for (let place = 0; place < size; place += 1)
    if (isMeant(place)) {
      found[count] = place
      count += 1
    }
  return found.subarray(0, count)
}

/** The same places in the order of the draft, those of one article in the order of the log. */
export function inListingOrder({ facts, listing }: SelectionGround, places: Uint32Array): Uint32Array {
  const orders = places.map((place) => orderOfPlace(facts, listing, place))
  const counts = new Uint32Array(orders.reduce((most, order) => Math.max(most, order), 0) + 1)
  for (const order of orders) counts[order] = (counts[order] as number) + 1
  let begin = 0
  const next = Array.from(counts, (count) => {
    begin += count
    return begin - count
  })
  const sorted = new Uint32Array(places.length)
  places.forEach((place, at) => {
    const order = orders[at] as number
    sorted[next[order] as number] = place
    next[order] = (next[order] as number) + 1
  })
  return sorted
}
