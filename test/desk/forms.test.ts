import { describe, expect, test } from 'vitest'
import { NewConsultation, DecisionInput } from '../../functions/contract/office-api.ts'
import { BatchId } from '../../functions/core/ids.ts'
import { clientId } from '../../site/src/desk/rules/client-id.ts'
import { decisionInput, typedDecision } from '../../site/src/desk/rules/decision-input.ts'
import {
  consultationInput,
  prepareMends,
  windowOf,
  type PrepareForm,
} from '../../site/src/desk/rules/prepare-form.ts'
import { articleOfLabel } from '../../site/src/desk/rules/article-of-label.ts'
import { parseDraft } from '../../functions/core/draft/parse-draft.ts'
import { articlesIn } from '../../site/src/desk/rules/decision-check.ts'
import { barsOf } from '../../site/src/desk/rules/shares.ts'
import { entriesOf, lineRange } from '../../site/src/desk/rules/text-line.ts'

const whole: PrepareForm = {
  id: 'c-abc',
  draftId: 'd-1',
  opensOn: '2026-11-03',
  opensTime: '',
  closesOn: '2026-12-03',
  closesTime: '',
  shortReason: '',
  answerOn: '2027-02-28',
  note: '说明。\n\n第二段。',
  questions: '能不能遛狗？\n\n  几点开放？ ',
  categories: '市民',
  postal: '',
  phone: '',
  tasks: { 'cp-1': { dueOn: '2026-12-01', note: '' } },
}

describe('the preparing form', () => {
  test('a whole form is what the office API takes', () => {
    const window = windowOf(whole, 30, 480)
    expect(window).toEqual({ kind: 'long', days: 31 })
    expect(prepareMends(whole, window)).toEqual([])
    const input = consultationInput(whole, 'b-1', 30, 480)
    expect(NewConsultation.parse(input)).toMatchObject({ guidingQuestions: ['能不能遛狗？', '几点开放？'] })
    expect(input).not.toHaveProperty('shortWindowReason')
  })

  test('a short window asks for its reason before anything is sent (R13)', () => {
    const short = { ...whole, closesOn: '2026-11-10' }
    expect(prepareMends(short, windowOf(short, 30, 480))).toEqual(['shortReason'])
    const reasoned = { ...short, shortReason: '防汛急需' }
    expect(NewConsultation.parse(consultationInput(reasoned, 'b-1', 30, 480)).shortWindowReason).toBe(
      '防汛急需',
    )
  })

  test('everything missing is named at once, in the form’s order', () => {
    const empty = {
      ...whole,
      draftId: '',
      opensOn: '',
      closesOn: '',
      answerOn: '',
      note: ' ',
      tasks: { 'cp-1': { dueOn: '', note: '' } },
    }
    expect(prepareMends(empty, windowOf(empty, 30, 480))).toEqual([
      'draftId',
      'opensOn',
      'closesOn',
      'answerOn',
      'note',
      'due cp-1',
    ])
  })
})

describe('the decision form', () => {
  test('what stands decided comes back unchanged through the form', () => {
    const said = {
      outcome: 'adopted' as const,
      reason: '大家说得对。',
      resulting: { draftId: 'd-2', provisionId: 'art-26', quote: '划定区域', start: 12 },
      note: '内部',
    }
    const decision = { ...said, rev: 3, decidedAt: '2026-12-05T00:00:00.000Z' }
    const input = decisionInput(typedDecision(decision, 'd-9'))
    expect(DecisionInput.parse(input)).toEqual(said)
  })

  test('a place goes with the words selected there, and not with words typed over them', () => {
    const typed = { ...typedDecision(undefined, 'd-2'), provisionId: 'art-26', quote: '划定区域', start: 31 }
    expect(DecisionInput.parse(decisionInput(typed)).resulting).toMatchObject({ start: 31 })
    const spaced = decisionInput({ ...typed, quote: ' 划定区域' })
    expect(spaced.resulting).toEqual({ draftId: 'd-2', provisionId: 'art-26', quote: '划定区域' })
  })

  test('an empty form says nothing at all', () => {
    expect(decisionInput(typedDecision(undefined, 'd-9'))).toEqual({})
  })
})

describe('small rules of the desk', () => {
  test('an id made in the browser is a batch id, and other randomness is another id', () => {
    const made = clientId('b', new Uint8Array(12).fill(255))
    expect(BatchId.parse(made)).toBe(made)
    expect(clientId('b', new Uint8Array(12))).not.toBe(made)
  })

  test('a citation leads to its article, and 第二十条之一 is not taken for 第二十条', () => {
    const { provisions } = parseDraft('示例\n第二十条　甲。\n第二十条之一　乙。\n')
    const articles = articlesIn(provisions)
    expect(articleOfLabel('第二十条第一款', articles)).toBe('art-20')
    expect(articleOfLabel('第二十条之一第一款', articles)).toBe('art-20-1')
    expect(articleOfLabel('', articles)).toBe('whole')
  })

  test('a line of a text is selected without its line end, the last one too', () => {
    const text = '一\n二二\n三'
    expect(
      [1, 2, 3, 9].map((line) => text.slice(...(Object.values(lineRange(text, line)) as [number, number]))),
    ).toEqual(['一', '二二', '三', '三'])
    expect(entriesOf(' 甲 \n\n乙')).toEqual(['甲', '乙'])
  })

  test('bars are as long as their share of the longest, in the order asked for', () => {
    expect(
      barsOf({ a: 2, b: 4, c: 0 }, (key) => key, ['a', 'b', 'c']).map(({ key, share }) => [key, share]),
    ).toEqual([
      ['a', 0.5],
      ['b', 1],
    ])
    expect(barsOf({ a: 2, b: 4 }, (key) => key).map(({ key }) => key)).toEqual(['b', 'a'])
  })
})
