import { describe, expect, test } from 'vitest'
import { Cause, changedArticles, missingCauses } from '#core/lineage/causes.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'

const link = (kind: LineageLink['kind'], from: string[], to: string[]): LineageLink =>
  ({ kind, from, to, score: 0.5, numberChanged: false, moved: true }) as LineageLink
const links = [
  link('same', ['art-1'], ['art-1']),
  link('renumbered', ['art-2'], ['art-3']),
  link('edited', ['art-3'], ['art-4']),
  link('split', ['art-4'], ['art-5', 'art-6']),
  link('merged', ['art-5', 'art-6'], ['art-7']),
  link('removed', ['art-7'], []),
  link('added', [], ['art-2']),
]
const cause = (side: 'from' | 'to', provisionId: string, rest = {}) =>
  Cause.parse({
    fromDraftId: 'd-1',
    toDraftId: 'd-2',
    side,
    provisionId,
    kind: 'technical',
    sentence: '文字修改。',
    decisions: [],
    statedBy: 'wang',
    statedAt: '2026-12-10T02:00:00.000Z',
    rev: 1,
    ...rest,
  })
const key = ({ side, provisionId }: { side: string; provisionId: string }) => `${side} ${provisionId}`

describe('the causes of a later draft (R6)', () => {
  test('are owed for every article whose words changed, each part of a split one, and each removed one', () => {
    expect(changedArticles(links).map(key)).toEqual([
      'to art-4',
      'to art-5',
      'to art-6',
      'to art-7',
      'from art-7',
      'to art-2',
    ])
  })

  test('are not owed for the same words under another number or at another place', () => {
    expect(changedArticles(links.slice(0, 2))).toEqual([])
  })

  test('are missing until each is named, and an article of one side does not answer for the other', () => {
    const named = [cause('to', 'art-4'), cause('to', 'art-5'), cause('to', 'art-7'), cause('to', 'art-2')]
    expect(missingCauses(links, named).map(key)).toEqual(['to art-6', 'from art-7'])
    expect(missingCauses(links, [...named, cause('to', 'art-6'), cause('from', 'art-7')])).toEqual([])
  })

  test('are to be looked over again when the article they were named for belongs to others now', () => {
    const relation = { from: ['art-3'], to: ['art-4'] }
    const named = ['to art-5', 'to art-6', 'to art-7', 'from art-7', 'to art-2'].map((subject) => {
      const [side, provisionId] = subject.split(' ') as ['from' | 'to', string]
      return cause(side, provisionId)
    })
    const of = (held: object) => missingCauses(links, [...named, cause('to', 'art-4', held)])
    expect(of({ relation })).toEqual([])
    expect(of({ relation: { ...relation, from: [] } })).toEqual([
      { side: 'to', provisionId: 'art-4', again: true },
    ])
    // Causes from before the relation was kept are taken as they are.
    expect(of({})).toEqual([])
  })

  test('say something', () => {
    expect(() => cause('to', 'art-4', { sentence: '  ' })).toThrow()
    expect(() => cause('to', 'art-4', { kind: 'whim' })).toThrow()
  })
})
