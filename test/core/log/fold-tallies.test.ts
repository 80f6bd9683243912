import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTallies } from '#core/log/fold-tallies.ts'
import { logEntryOf, type LogEntry } from '#core/log/log-entry.ts'
import { noTallies } from '#core/log/tallies.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'
import { recount } from '../../support/recount.ts'

const nothingBefore = { isSuperseded: () => false, entryOf: () => undefined }
const fold = (entries: LogEntry[]) => foldTallies(noTallies, entries, nothingBefore, 480)

const first = logEntryOf(buildOpinion('first', { channel: 'web' }))
const second = logEntryOf(
  buildOpinion('second', { channel: 'forum', supersedes: first.id }, { provisionId: 'art-3.p1' }),
)

describe('tallies', () => {
  it('move to the correction and keep counting the entry', () => {
    expect(fold([first, second])).toMatchObject({
      entries: 2,
      received: 1,
      byChannel: { forum: 1 },
      byArticle: { 'art-3': 1 },
    })
  })

  it('are the same when the correction arrives before its original', () => {
    expect(fold([second, first])).toEqual(fold([first, second]))
  })

  it('take an original out once though two corrections name it', () => {
    const third = logEntryOf(buildOpinion('third', { supersedes: first.id }))
    expect(fold([first, second, third]).received).toBe(2)
    expect(fold([third, second, first]).received).toBe(2)
  })

  it('count a group by its heads and a day by the legislature’s calendar', () => {
    const group = logEntryOf(
      buildOpinion(
        'group',
        { receivedAt: '2026-11-20T16:00:00.000Z', flags: ['late'] },
        { provisionId: null, proponent: { kind: 'group', groupName: '河西村村民', headcount: 12 } },
      ),
    )
    expect(fold([group])).toMatchObject({
      people: 12,
      late: 1,
      byDay: { '2026-11-21': 1 },
      byArticle: { '': 1 },
    })
  })

  it('equal a recount whatever the order, the cuts and the corrections', () => {
    const entry = fc.record({
      name: fc.integer({ min: 0, max: 25 }),
      corrects: fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
      joins: fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
      channel: fc.constantFrom('web', 'forum', 'visit'),
      headcount: fc.integer({ min: 1, max: 9 }),
    })
    const unique = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 26 })
    fc.assert(
      fc.property(unique, fc.nat(26), (drawn, cut) => {
        const entries = drawn.map(({ name, corrects, joins: joined, channel, headcount }) => {
          const supersedes =
            corrects === undefined || corrects === name ? undefined : opinionIdFor(`${corrects}`)
          const joins =
            supersedes === undefined || joined === undefined || joined === name
              ? undefined
              : [opinionIdFor(`${joined}`)]
          return logEntryOf(
            buildOpinion(
              `${name}`,
              { channel, supersedes, joins },
              { proponent: { kind: 'group', headcount } },
            ),
          )
        })
        const before = entries.slice(0, cut)
        const superseded = new Set(before.flatMap(({ supersedes, joins = [] }) => [supersedes, ...joins]))
        const log = {
          isSuperseded: (id: LogEntry['id']) => superseded.has(id),
          entryOf: (id: LogEntry['id']) => before.find((held) => held.id === id),
        }
        expect(foldTallies(fold(before), entries.slice(cut), log, 480)).toEqual(recount(entries))
      }),
      { numRuns: 150 },
    )
  })
})
