import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { answersIn } from '#core/bulletin/bulletin-answers.ts'
import { adoptionsBehind } from '../../site/src/published/adoptions.ts'
import { mostDiscussed, takenOf } from '../../site/src/published/counts.ts'
import type { Asking } from '../../site/src/published/portal.ts'

const row = fc.record({
  row: fc.integer(),
  provisionId: fc.constantFrom('art-1', 'art-2', null),
  outcome: fc.constantFrom(...outcomes),
  reason: fc.constantFrom('甲', '乙'),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<BulletinRow>

describe('answers of a bulletin', () => {
  test('one answer may serve many opinions, and each opinion stands in exactly one (R16)', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { taken, heard } = answersIn({ rows })
        const shown = [...taken, ...heard].flatMap(({ answers }) =>
          answers.flatMap((answer) => answer.voices),
        )
        expect(shown).toHaveLength(rows.length)
        expect(new Set(shown)).toEqual(new Set(rows))
        for (const { answers } of heard)
          for (const { outcome } of answers) expect(['adopted', 'partlyAdopted']).not.toContain(outcome)
      }),
    )
  })
})

describe('who shaped an article', () => {
  const rows = [
    { row: 1, outcome: 'adopted', resulting: { draftId: 'd-2', provisionId: 'art-4.p1', quote: '' } },
    { row: 2, outcome: 'alreadyCovered', resulting: { draftId: 'd-2', provisionId: 'art-4', quote: '' } },
    { row: 3, outcome: 'adopted', resulting: { draftId: 'd-3', provisionId: 'art-9', quote: '' } },
    { row: 4, outcome: 'notAdopted' },
  ]
  const asking = { consultation: { id: 'c-1' }, editions: [{ rows }] } as unknown as Asking
  const onward = (from: string[], to: string[]) =>
    [{ from: { id: 'd-2' }, links: [{ from, to }] }] as unknown as Parameters<typeof adoptionsBehind>[2]
  const shown = (draftId: string, earlier: Parameters<typeof adoptionsBehind>[2]) =>
    [...adoptionsBehind([asking], draftId, earlier)].map(([articleId, held]) => [
      articleId,
      held.map(({ draftId: of, articleId: at, adopted, met }) => [of, at, adopted, met]),
    ])

  test('is told by the text its bulletin points into', () => {
    expect(shown('d-2', [])).toEqual([['art-4', [['d-2', 'art-4', 1, 1]]]])
    expect(shown('d-1', [])).toEqual([])
  })

  test('goes with the article into later texts, split or under another number, and ends with it (R7)', () => {
    expect(shown('d-3', onward(['art-4'], ['art-5', 'art-9']))).toEqual([
      ['art-5', [['d-2', 'art-4', 1, 1]]],
      [
        'art-9',
        [
          ['d-2', 'art-4', 1, 1],
          ['d-3', 'art-9', 1, 0],
        ],
      ],
    ])
    expect(shown('d-3', onward(['art-4'], []))).toEqual([['art-9', [['d-3', 'art-9', 1, 0]]]])
  })
})

describe('counts worth a remark', () => {
  test('an article is most discussed only when it stands out', () => {
    expect(mostDiscussed({ 'art-1': 9, 'art-2': 3 })).toBe('art-1')
    expect(mostDiscussed({ 'art-1': 4 })).toBeUndefined()
    expect(mostDiscussed({ 'art-1': 9, 'art-2': 9 })).toBeUndefined()
    expect(mostDiscussed({ '': 90, 'art-2': 3 })).toBeUndefined()
  })
  test('taken are those adopted in full or in part', () => {
    expect(takenOf({ adopted: 2, partlyAdopted: 1, notAdopted: 5 })).toBe(3)
  })
})
