import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftText } from '#core/bill.ts'
import { decisionGaps, locateWords } from '#core/deciding/decision-gaps.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { DecisionStanding } from '#core/deciding/decision-standing.ts'
import { type LoggedOpinion, logEntryOf, logTextOf } from '#core/log/log-entry.ts'
import { LogFacts } from '#core/log/log-facts.ts'
import type { DecidedOutcome } from '#core/deciding/decision-ports.ts'
import { currentRevisions } from '../../support/current-revisions.ts'
import { standingGaps } from '#core/deciding/standing-gaps.ts'
import { readStanding, writeStanding } from '#core/deciding/standing-snapshot.ts'
import type { Instant } from '#core/time.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'

const later = {
  id: 'd-2',
  provisions: [
    { id: 'art-1', kind: 'article', number: 1, label: '第一条', text: '可以垂钓。', children: [] },
  ],
} as unknown as DraftText
const decidedAt = '2026-11-20T00:00:00.000Z' as Instant

const decision = fc.record({
  outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
  reason: fc.constantFrom(undefined, '', ' ', '已写进条文'),
  resulting: fc.constantFrom(
    undefined,
    { draftId: 'd-2', provisionId: 'art-1' },
    { draftId: 'd-2', provisionId: 'art-1', quote: '垂钓' },
    { draftId: 'd-2', provisionId: 'art-1', quote: '遛狗' },
    { draftId: 'd-9', provisionId: 'art-1' },
  ),
})
const said = fc.record({
  decision: fc.option(decision, { nil: undefined }),
  corrects: fc.option(fc.nat(20), { nil: undefined }),
})

test('what stands says of each opinion what its decision says, kept and read back as well', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 20 }), fc.nat(20), (all, cut) => {
      const log = all.map(({ corrects }, n): LoggedOpinion => {
        const supersedes = corrects === undefined ? undefined : opinionIdFor(`g${corrects}`)
        const record = buildOpinion(`g${n}`, { supersedes })
        return { n, entry: logEntryOf(record), text: logTextOf(record, n) }
      })
      const facts = new LogFacts(480)
      for (const logged of log) facts.add(logged)
      const decided = log.flatMap(({ n, entry }) => {
        const held = all[n]?.decision
        return held === undefined
          ? []
          : [{ ...held, opinionId: entry.id, rev: 1, decidedAt } as DecidedOutcome]
      })
      const first = new DecisionStanding(decidedAt)
      first.take(decided.slice(0, cut), facts.ids)
      first.settle(facts.ids)
      const standing = readStanding(writeStanding(first), decidedAt)
      standing.take(decided.slice(cut), facts.ids)
      standing.settle(facts.ids)
      const gaps = standingGaps(facts, standing, (words) => typeof locateWords(words, [later]) !== 'string')
      const expected = currentRevisions(log).current.flatMap(({ n }) =>
        decisionGaps(all[n]?.decision as Decision | undefined, [later]).map((gap) => ({ place: n, gap })),
      )
      expect(gaps.first(1000)).toEqual(expected)
      expect(gaps.count).toBe(expected.length)
      expect(gaps.first(2)).toEqual(expected.slice(0, 2))
    }),
    { numRuns: 300 },
  )
})
