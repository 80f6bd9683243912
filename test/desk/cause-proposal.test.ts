import { describe, expect, test } from 'vitest'
import type { OfficeCauses } from '../../functions/contract/lineage-api.ts'
import { Cause } from '../../functions/core/causes.ts'
import type { Outcome } from '../../functions/core/decision.ts'
import type { ConsultationId, OpinionId, ProvisionId } from '../../functions/core/ids.ts'
import type { Problem } from '../../functions/contract/problem-body.ts'
import { Trouble } from '../../site/src/desk/api/trouble.ts'
import { maxSentenceChars } from '../../site/src/desk/rules/cause-check.ts'
import { proposals, proposeCause } from '../../site/src/desk/rules/cause-proposal.ts'
import type { ReviewRow } from '../../site/src/desk/rules/lineage-rows.ts'
import { owedIn } from '../../site/src/desk/rules/owed-causes.ts'

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
      missing: [],
      decisions: ['art-4', 'art-9', 'art-1'].map((id) => ({
        ...decided(0, 'adopted', '有道理。'),
        provisionId: id,
      })),
    } as unknown as OfficeCauses
    const offered = proposals([row('art-1', false), row('art-4'), row('art-7'), row('art-9')], held)
    expect(offered.map(({ provisionId }) => provisionId)).toEqual(['art-4'])
  })
})

test('what a draft owes is read from the refusal that says so, and from no other', () => {
  const owed = [{ fromDraftId: 'd-1', toDraftId: 'd-2', changed: 5, missing: [] }]
  const refused = (code: string) => new Trouble('refused', { code, facts: { owed } } as unknown as Problem)
  expect(owedIn(refused('causes-missing'))).toEqual(owed)
  expect(owedIn(refused('changed-meanwhile'))).toEqual([])
  expect(owedIn(undefined)).toEqual([])
})
