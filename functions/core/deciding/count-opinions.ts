import { outcomes } from './outcome.ts'
import { changeTypeIn, channelIn, dateOfDay, flagsIn } from '../log/log-facts.ts'
import { changeTypes, channels, opinionFlags } from '../opinion.ts'
import { articleOfPlace } from './opinion-listing.ts'
import { type FactsFilter, opinionSelector, type SelectionGround } from './select-opinions.ts'

/** Opinions, people (a group with its headcount), and how many of the opinions have an outcome. */
export interface OpinionCount {
  opinions: number
  people: number
  decided: number
}

/** Counts by every dimension; those of one division add up to the whole, except flags, of which one may have several. */
export interface OpinionCounts {
  total: OpinionCount
  byArticle: Map<string, OpinionCount>
  byChannel: Map<string, OpinionCount>
  /** `''`: what came to the legislature itself. */
  byContactPoint: Map<string, OpinionCount>
  /** `''`: not said. */
  byCategory: Map<string, OpinionCount>
  byArea: Map<string, OpinionCount>
  byChangeType: Map<string, OpinionCount>
  byDay: Map<string, OpinionCount>
  /** `''`: undecided. */
  byOutcome: Map<string, OpinionCount>
  byFlag: Map<string, OpinionCount>
}

/** Counts by code, grown as codes come. */
class Counter {
  readonly #counts: (OpinionCount | undefined)[] = []

  add(code: number, people: number, isDecided: boolean): void {
    const count = (this.#counts[code] ??= { opinions: 0, people: 0, decided: 0 })
    count.opinions += 1
    count.people += people
    if (isDecided) count.decided += 1
  }

  named(nameOf: (code: number) => string): Map<string, OpinionCount> {
    const named = new Map<string, OpinionCount>()
    this.#counts.forEach((count, code) => {
      if (count !== undefined) add(named, nameOf(code), count)
    })
    return named
  }
}

function add(counts: Map<string, OpinionCount>, name: string, more: OpinionCount): void {
  const { opinions, people, decided } = counts.get(name) ?? { opinions: 0, people: 0, decided: 0 }
  counts.set(name, {
    opinions: opinions + more.opinions,
    people: people + more.people,
    decided: decided + more.decided,
  })
}

/** Counts the opinions that are meant by every dimension, in one pass over the facts. */
export function countOpinions(ground: SelectionGround, filter: FactsFilter): OpinionCounts {
  const { facts, decided, listing } = ground
  const isMeant = opinionSelector(ground, filter)
  const by = counters()
  const moved = new Map<string, OpinionCount>()
  for (let place = 0; place < facts.size; place += 1) {
    if (!isMeant(place)) continue
    const [people, marks, outcome] = [
      facts.people[place] as number,
      facts.marks[place] as number,
      decided[place] ?? 0,
    ]
    const isDecided = outcome !== 0
    const count = (counter: Counter, code: number) => counter.add(code, people, isDecided)
    count(by.total, 0)
    if (listing.elsewhere.has(place))
      add(moved, articleOfPlace(facts, listing, place), { opinions: 1, people, decided: isDecided ? 1 : 0 })
    else count(by.anchor, facts.anchors[place] as number)
    count(by.channel, channelIn(marks))
    count(by.point, facts.points[place] as number)
    count(by.category, facts.categories[place] as number)
    count(by.area, facts.areas[place] as number)
    count(by.changeType, changeTypeIn(marks))
    count(by.day, facts.days[place] as number)
    count(by.outcome, outcome)
    const flags = flagsIn(marks)
    for (let flag = 0; flag < opinionFlags.length; flag += 1) if ((flags >> flag) & 1) count(by.flag, flag)
  }
  return named(ground, by, moved)
}

function counters() {
  return {
    total: new Counter(),
    anchor: new Counter(),
    channel: new Counter(),
    point: new Counter(),
    category: new Counter(),
    area: new Counter(),
    changeType: new Counter(),
    day: new Counter(),
    outcome: new Counter(),
    flag: new Counter(),
  }
}

function named(
  { facts, listing }: SelectionGround,
  by: ReturnType<typeof counters>,
  moved: ReadonlyMap<string, OpinionCount>,
): OpinionCounts {
  const byArticle = by.anchor.named((code) => listing.articles[code] ?? 'whole')
  for (const [article, count] of moved) add(byArticle, article, count)
  return {
    total: by.total.named(() => '').get('') ?? { opinions: 0, people: 0, decided: 0 },
    byArticle,
    byChannel: by.channel.named((code) => channels[code] ?? ''),
    byContactPoint: by.point.named((code) => facts.pointWords.words[code] ?? ''),
    byCategory: by.category.named((code) => facts.categoryWords.words[code] ?? ''),
    byArea: by.area.named((code) => facts.areaWords.words[code] ?? ''),
    byChangeType: by.changeType.named((code) => changeTypes[code] ?? ''),
    byDay: by.day.named(dateOfDay),
    byOutcome: by.outcome.named((code) => outcomes[code - 1] ?? ''),
    byFlag: by.flag.named((code) => opinionFlags[code] ?? ''),
  }
}
