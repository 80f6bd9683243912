import { describe, expect, test } from 'vitest'
import type { OfficeCauses } from '../../functions/contract/lineage-api.ts'
import { Cause } from '../../functions/core/lineage/causes.ts'
import type { Outcome } from '../../functions/core/deciding/outcome.ts'
import type { ConsultationId, OpinionId, ProvisionId } from '../../functions/core/ids.ts'
import { maxSentenceChars } from '../../site/src/desk/rules/cause-check.ts'
import { proposals, proposeCause } from '../../site/src/desk/rules/cause-proposal.ts'
import { decisionsOn, type ReviewRow, unlistedOn } from '../../site/src/desk/rules/lineage-rows.ts'
import { stillOwed } from '../../site/src/desk/rules/still-owed.ts'

type Decided = OfficeCauses['decisions'][number]

const opinion = (n: number) => ('A'.repeat(20) + String(n).padStart(2, '0')) as OpinionId
const decided = (n: number, outcome: Outcome, reason?: string, side: 'from' | 'to' = 'to'): Decided => ({
  side,
  provisionId: 'art-4' as ProvisionId,
  consultationId: 'c-parks' as ConsultationId,
  opinionId: opinion(n),
  n,
  outcome,
  ...(reason !== undefined && { reason }),
})

describe('a proposed cause', () => {
  test('names every opinion that points into the article, in the reasons given, the commonest first', () => {
    const proposed = proposeCause([
      decided(0, 'partlyAdopted', '夏天可以延长。'),
      decided(1, 'adopted', '主要道路全天开放。'),
      decided(2, 'adopted', '主要道路全天开放。'),
    ])
    expect(proposed?.sentence).toBe('主要道路全天开放。夏天可以延长。')
    expect(proposed?.decisions.map(({ opinionId }) => opinionId)).toEqual([0, 1, 2].map(opinion))
    expect(proposed?.kind).toBe('opinions')
  })

  test('claims no opinion taken up in substance, about the old article only, or followed without a reason', () => {
    expect(proposeCause([])).toBeUndefined()
    expect(proposeCause([decided(0, 'adoptedInSubstance', '有道理。')])).toBeUndefined()
    expect(proposeCause([decided(0, 'adopted', '有道理。', 'from')])).toBeUndefined()
    expect(proposeCause([decided(0, 'adopted')])).toBeUndefined()
    expect(proposeCause([decided(0, 'adopted', '  ')])).toBeUndefined()
  })

  test('is never longer than a cause may be, and can be stored as it stands', () => {
    const reasons = ['一', '二', '三'].map((word, n) => decided(n, 'adopted', word.repeat(150)))
    for (const decisions of [reasons, [decided(0, 'adopted', '长'.repeat(2000))]]) {
      const proposed = proposeCause(decisions)
      expect(proposed?.sentence.length).toBeLessThanOrEqual(maxSentenceChars)
      expect(Cause.pick({ kind: true, sentence: true, decisions: true }).parse(proposed)).toEqual(proposed)
    }
  })

  test('is offered for changed articles nobody has named a cause for', () => {
    const row = (id: string, isChanged = true) =>
      ({
        row: { from: [], to: [{ id, label: id }] },
        subject: isChanged ? { side: 'to', provisionId: id } : undefined,
      }) as unknown as ReviewRow
    const held = {
      causes: [{ side: 'to', provisionId: 'art-9' }],
      missing: ['art-4', 'art-7'].map((id) => ({ side: 'to', provisionId: id, again: false })),
      decisions: ['art-4', 'art-9', 'art-1'].map((id) => ({
        ...decided(0, 'adopted', '有道理。'),
        provisionId: id,
      })),
    } as unknown as OfficeCauses
    const offered = proposals([row('art-1', false), row('art-4'), row('art-7'), row('art-9')], held)
    expect(offered.map(({ provisionId }) => provisionId)).toEqual(['art-4'])
    const again = held.missing.map((owed) => ({ ...owed, again: true }))
    expect(proposals([row('art-4')], { ...held, missing: again })).toEqual([])
  })
})

test('a row has the decisions of its own article, and what is not listed of each it came from', () => {
  const review = {
    row: { from: [{ id: 'art-3' }, { id: 'art-9' }], to: [{ id: 'art-4' }] },
    subject: { side: 'to', provisionId: 'art-4' },
  } as unknown as ReviewRow
  const at = (side: 'from' | 'to', id: string) => ({ side, provisionId: id as ProvisionId })
  const places = [at('to', 'art-4'), at('to', 'art-3'), at('from', 'art-3'), at('from', 'art-9')]
  const decisions = places.map((place, n) => ({ ...decided(n, 'adopted'), ...place }))
  expect(decisionsOn(review, decisions).map(({ n }) => n)).toEqual([0, 2, 3])
  const unlisted = places.map((place, n) => ({ ...place, count: 10 ** n }))
  expect(unlistedOn(review, unlisted)).toBe(1101)
  expect(unlistedOn({ ...review, subject: undefined }, unlisted)).toBe(0)
})

test('an article is owed until its cause is named, and again when its match was corrected after that', () => {
  const owed = (id: string, again = false) => ({ side: 'to', provisionId: id, again }) as never
  const named = (...ids: string[]) => ids.map((provisionId) => ({ side: 'to', provisionId }))
  const held = (causes: object[], missing: object[]) => ({ causes, missing }) as unknown as OfficeCauses
  const listed = ['art-1', 'art-2'].map((id) => ({ ...(owed(id) as object), label: id })) as never
  expect(stillOwed(listed, held([], [owed('art-1'), owed('art-2'), owed('art-3')]))).toEqual([
    owed('art-1'),
    owed('art-2'),
  ])
  expect(stillOwed(listed, held(named('art-1'), [owed('art-2')]))).toEqual([owed('art-2')])
  expect(stillOwed(listed, held(named('art-1', 'art-2', 'art-9'), [owed('art-9', true)]))).toEqual([
    owed('art-9', true),
  ])
})
