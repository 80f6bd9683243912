import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTallies } from '#core/log/fold-tallies.ts'
import { type LoggedOpinion, logEntryOf, logTextOf } from '#core/log/log-entry.ts'
import { currentRevisions } from '../../support/current-revisions.ts'
import { LogFacts } from '#core/log/log-facts.ts'
import { type RolledCount, rollUp, rollUpFacts } from '#core/report/roll-up.ts'
import { rolledOpinion } from '#core/log/rolled-opinion.ts'
import { noTallies } from '#core/log/tallies.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const history = fc.uniqueArray(
  fc.record({
    name: fc.integer({ min: 0, max: 40 }),
    corrects: optional(fc.integer({ min: 0, max: 40 })),
    channel: fc.constantFrom('web', 'forum', 'visit', 'hotline'),
    headcount: fc.integer({ min: 1, max: 30 }),
    contactPointId: optional(fc.constantFrom('xijie', 'hexi', 'dongdu')),
    stationId: optional(fc.constantFrom('st-1', 'st-2')),
    recordedBy: optional(fc.constantFrom('m-1', 'm-2')),
    recorderName: optional(fc.constantFrom('张三', '李四')),
    late: fc.boolean(),
  }),
  { selector: ({ name }) => name, maxLength: 40 },
)

function logOf(arrivals: Parameters<typeof arrival>[0][]): LoggedOpinion[] {
  return arrivals.map((one, n) => {
    const record = arrival(one)
    return { n, entry: logEntryOf(record), text: logTextOf(record, n) }
  })
}

function arrival(one: {
  name: number
  corrects?: number | undefined
  headcount: number
  late: boolean
  [key: string]: unknown
}) {
  const { name, corrects, headcount, late, ...rest } = one
  return buildOpinion(
    `o${name}`,
    {
      ...rest,
      flags: late ? ['late'] : [],
      ...(corrects !== undefined && corrects !== name && { supersedes: opinionIdFor(`o${corrects}`) }),
    },
    { proponent: { kind: 'group', groupName: '村民', headcount } },
  )
}

const sum = (counts: Iterable<RolledCount>, key: keyof RolledCount) =>
  [...counts].reduce((total, count) => total + count[key], 0)

describe('the roll-up', () => {
  it('adds up to the tallies of the same log, whatever came, was corrected or came late', () => {
    fc.assert(
      fc.property(history, (arrivals) => {
        const log = logOf(arrivals)
        const nothingBefore = { isSuperseded: () => false, entryOf: () => undefined }
        const tallies = foldTallies(
          noTallies,
          log.map(({ entry }) => entry),
          nothingBefore,
          480,
        )
        const counted = rollUp(currentRevisions(log).current.map(rolledOpinion))
        const { total, direct, points } = counted
        const facts = new LogFacts(480)
        for (const logged of log) facts.add(logged)
        expect(rollUpFacts(facts)).toEqual(counted)
        const { received, people, late } = tallies
        expect(total).toEqual({ received, people, late })
        for (const key of ['received', 'people', 'late'] as const)
          expect(direct[key] + sum(points.values(), key)).toBe(total[key])
        expect(Object.fromEntries([...points].map(([id, point]) => [id, point.received]))).toEqual(
          tallies.byContactPoint,
        )
        for (const point of points.values())
          for (const division of [point.byChannel, point.byStation, point.byCollector])
            for (const key of ['received', 'people', 'late'] as const)
              expect(sum(division.values(), key)).toBe(point[key])
      }),
    )
  })

  it('names a collector as the table does, and who typed it where no table does', () => {
    const record = (name: number, more: object) => ({
      name,
      headcount: 1,
      late: false,
      contactPointId: 'xijie',
      ...more,
    })
    const { points } = rollUp(
      logOf([
        record(1, { recordedBy: 'm-1', recorderName: '张三' }),
        record(2, { recordedBy: 'm-1' }),
        record(3, {}),
      ]).map(rolledOpinion),
    )
    const collectors = [...points.values()].flatMap(({ byCollector }) => [...byCollector.keys()])
    expect(collectors).toEqual(['name:张三', 'member:m-1', ''])
  })
})
