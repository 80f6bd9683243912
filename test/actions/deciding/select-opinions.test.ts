import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOpinions } from '#core/deciding/count-opinions.ts'
import { codeOf } from '#core/deciding/decision-standing.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { type Outcome, outcomes } from '#core/deciding/outcome.ts'
import { readFactsSegment, writeFactsSegment } from '#core/log/facts-segment.ts'
import type { OpinionId } from '#core/ids.ts'
import { LogFacts } from '#core/log/log-facts.ts'
import { type LoggedOpinion, logEntryOf, logTextOf } from '#core/log/log-entry.ts'
import { changeTypes, opinionFlags } from '#core/opinion.ts'
import { listingOf } from '#core/deciding/opinion-listing.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import { currentRevisions } from '../../support/current-revisions.ts'
import { inListingOrder, selectPlaces, type SelectionGround } from '#core/deciding/select-opinions.ts'
import { matchesOpinion, type OpinionMatch } from '../../../functions/actions/deciding/match-opinion.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'

const provisions = [null, 'art-1', 'art-2', 'art-2.p1', 'art-2.p1.i3', 'annex-1'] as const
const categories = [undefined, '村民', '企业'] as const
const areas = [undefined, '河西村', '东桥街道'] as const
const points = [undefined, 'east', 'west'] as const
const channels = ['web', 'forum', 'visit'] as const
const offset = 480

interface Said {
  provision: number
  category: number
  area: number
  point: number
  channel: number
  changeType: number
  flag: number
  hours: number
  people: number
  supersedes: number
  outcome: number
}

const said = fc.record<Said>({
  provision: fc.nat(provisions.length - 1),
  category: fc.nat(2),
  area: fc.nat(2),
  point: fc.nat(2),
  channel: fc.nat(2),
  changeType: fc.nat(changeTypes.length - 1),
  flag: fc.nat(opinionFlags.length * 3),
  hours: fc.nat(120),
  people: fc.integer({ min: 1, max: 90 }),
  supersedes: fc.nat(40),
  outcome: fc.nat(outcomes.length * 2),
})

const filters = fc.record<OpinionMatch>(
  {
    article: fc.constantFrom('whole', 'art-1', 'art-2', 'art-2.p1', 'annex-1', 'art-9'),
    channel: fc.constantFrom(...channels),
    contactPoint: fc.constantFrom('direct', 'east', 'nowhere') as fc.Arbitrary<'direct'>,
    category: fc.constantFrom('none', '村民', '没有人'),
    area: fc.constantFrom('none', '河西村'),
    changeType: fc.constantFrom(...changeTypes),
    from: fc.constantFrom('2026-11-02', '2026-11-04') as fc.Arbitrary<never>,
    to: fc.constantFrom('2026-11-03', '2026-11-05') as fc.Arbitrary<never>,
    undecided: fc.boolean(),
    outcome: fc.constantFrom(...outcomes),
    flagged: fc.boolean(),
    articles: fc.subarray(['whole', 'art-1', 'art-2', 'annex-1']).map((of) => new Set(of)),
  },
  { requiredKeys: [] },
)

const occasions = [
  {},
  { batchId: 'b-1' },
  { batchId: 'b-1', collectedOn: '2026-11-03' },
  { sessionId: '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01', collectedOn: '2026-11-04' },
]

/** A log of what was said; `supersedes` names any entry, earlier, later or none. */
function logOf(all: readonly Said[]): LoggedOpinion[] {
  return all.map((one, n) => {
    const flag = opinionFlags[one.flag]
    const record = buildOpinion(
      `said-${n}`,
      {
        channel: channels[one.channel],
        contactPointId: points[one.point],
        ...occasions[one.flag % occasions.length],
        receivedAt: new Date(Date.parse('2026-11-01T00:00:00Z') + one.hours * 3_600_000).toISOString(),
        ...(one.supersedes < 8 && { supersedes: opinionIdFor(`said-${one.supersedes}`) }),
        flags: flag === undefined ? [] : [flag],
      },
      {
        provisionId: provisions[one.provision],
        changeType: changeTypes[one.changeType],
        proponent: {
          kind: 'person',
          category: categories[one.category],
          area: areas[one.area],
          headcount: one.people,
        },
      },
    )
    return { n, entry: logEntryOf(record), text: logTextOf(record, n) }
  })
}

function groundOf(log: readonly LoggedOpinion[], all: readonly Said[]): SelectionGround {
  const facts = new LogFacts(offset)
  for (const logged of log) facts.add(logged)
  const decided = Uint8Array.from(all, ({ outcome }) => codeOf(outcomes[outcome]))
  const listing = listingOf(facts, ['art-1', 'art-2'], (code) => {
    const { provisionId } = facts.anchorOf(code)
    return provisionId === null ? 'whole' : articleIdOf(provisionId)
  })
  return { facts, decided, listing }
}

/** The same choice made from the words of the whole log, one by one. */
function naively(log: readonly LoggedOpinion[], all: readonly Said[], filter: OpinionMatch): number[] {
  const decisionOf = (n: number) => ({ outcome: outcomes[all[n]?.outcome ?? 99] }) as Decision
  const follower = { follow: () => undefined }
  return currentRevisions(log)
    .current.filter((logged) => matchesOpinion(logged, filter, follower, decisionOf(logged.n), offset))
    .map(({ n }) => n)
}

describe('choosing opinions by their facts', () => {
  test('any combination of filters means what it means over the whole log, read word by word', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), filters, (all, filter) => {
        const log = logOf(all)
        const expected = naively(log, all, filter)
        const ground = groundOf(log, all)
        expect([...selectPlaces(ground, filter)]).toEqual(expected)
        const counts = countOpinions(ground, filter)
        const people = expected.reduce((sum, n) => sum + (log[n]?.entry.people ?? 0), 0)
        const decided = expected.filter((n) => (all[n]?.outcome ?? 99) < outcomes.length).length
        expect(counts.total).toEqual({ opinions: expected.length, people, decided })
        const { total: _, byFlag: __, ...divisions } = counts
        for (const division of Object.values(divisions))
          expect([...division.values()].reduce((sum, part) => sum + part.people, 0)).toBe(people)
      }),
      { numRuns: 400 },
    )
  })

  test('in the order of the draft they come article by article, each article in the order of the log', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (all) => {
        const log = logOf(all)
        const ground = groundOf(log, all)
        const ordered = [...inListingOrder(ground, selectPlaces(ground, {}))]
        const order = ['whole', 'art-1', 'art-2', 'annex-1']
        const rank = (n: number) => {
          const id = log[n]?.entry.provisionId ?? null
          return order.indexOf(id === null ? 'whole' : articleIdOf(id)) * 1000 + n
        }
        expect(ordered).toEqual([...selectPlaces(ground, {})].sort((a, b) => rank(a) - rank(b)))
      }),
    )
  })

  test('facts kept in segments of any lengths are the facts', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), fc.array(fc.nat(30)), (all, cuts) => {
        const log = logOf(all)
        const { facts } = groundOf(log, all)
        const ends = [...new Set([0, ...cuts.filter((cut) => cut < all.length), all.length])].sort(
          (a, b) => a - b,
        )
        const back = new LogFacts(offset)
        ends.slice(1).forEach((to, at) => {
          readFactsSegment(back, writeFactsSegment(facts, ends[at] ?? 0, to))
        })
        expect(back.size).toBe(all.length)
        const columns = ['anchors', 'points', 'categories', 'areas', 'people', 'days', 'marks'] as const
        for (const column of [...columns, 'stations', 'collectors', 'occasions'] as const)
          expect([...back[column].subarray(0, back.size)]).toEqual([...facts[column].subarray(0, facts.size)])
        expect(back.collectorWords.words).toEqual(facts.collectorWords.words)
        expect(back.occasionWords.words).toEqual(facts.occasionWords.words)
        expect(back.areaWords.words).toEqual(facts.areaWords.words)
        expect([...back.superseded()]).toEqual([...facts.superseded()])
        expect(all.map((_, n) => back.ids.at(n))).toEqual(log.map(({ entry }) => entry.id as OpinionId))
      }),
    )
  })

  test('an outcome is one byte, and none is nothing', () => {
    expect(codeOf(undefined)).toBe(0)
    expect(new Set(outcomes.map((outcome: Outcome) => codeOf(outcome))).size).toBe(outcomes.length)
  })
})
