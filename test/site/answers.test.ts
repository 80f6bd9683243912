import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BulletinRow } from '#core/bulletin.ts'
import { outcomes } from '#core/decision.ts'
import { answersIn } from '../../site/src/published/answers.ts'
import { mostDiscussed, takenOf } from '../../site/src/published/counts.ts'

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
        const shown = [...taken, ...heard].flatMap(({ answers }) => answers.flatMap((answer) => answer.rows))
        expect(shown).toHaveLength(rows.length)
        expect(new Set(shown)).toEqual(new Set(rows))
        for (const { answers } of heard)
          for (const { outcome } of answers) expect(['adopted', 'partlyAdopted']).not.toContain(outcome)
      }),
    )
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
