import { describe, expect, test } from 'vitest'
import { parseDraft } from '../../functions/core/draft/parse-draft.ts'
import { decisionGaps } from '../../functions/core/deciding/decision-gaps.ts'
import type { Decision } from '../../functions/core/deciding/decision.ts'
import { outcomesWithWords } from '../../functions/core/deciding/outcome.ts'
import { decisionOwes } from '../../site/src/desk/rules/decision-owes.ts'
import {
  articleIdOf as coreArticleId,
  articlesOf,
  provisionWords,
} from '../../functions/core/draft/provision.ts'
import {
  articleIdOf,
  articlesIn,
  linesOf,
  pointingOutcomes,
  provisionsOf,
  wordsStandIn,
} from '../../site/src/desk/rules/decision-check.ts'

const { provisions } = parseDraft(
  [
    '云溪市示例条例',
    '第一章　总则',
    '第一条　为了示例，制定本条例。',
    '第二条　沿岸区人民政府可以划定区域、规定时段：',
    '（一）有序开放遛狗；',
    '（二）有序开放垂钓。',
    '第二条之一　本条例所称区域，包括步道。',
  ].join('\n'),
)
const second = articlesIn(provisions)[1]

describe('what a stored decision still owes', () => {
  const resulting = { draftId: 'd2', provisionId: 'art-2' } as NonNullable<Decision['resulting']>
  test.each<[string, Parameters<typeof decisionOwes>[0], string[]]>([
    ['nothing is said where nothing is decided', undefined, []],
    ['a no without a reason (R4)', { outcome: 'notAdopted', reason: ' ' }, ['no-reason']],
    ['a yes without words (R5)', { outcome: 'adopted', reason: '有道理。' }, ['no-resulting-words']],
    ['a bare yes', { outcome: 'partlyAdopted' }, ['no-reason', 'no-resulting-words']],
    ['a whole answer', { outcome: 'adopted', reason: '有道理。', resulting }, []],
  ])('%s', (_, decision, owed) => {
    expect(decisionOwes(decision)).toEqual(owed)
    if (decision && owed.length > 0) expect(decisionGaps(decision, [])).toEqual(owed)
  })
})

describe('pointing at the words of a later draft (R5)', () => {
  test('the desk asks for words with the same outcomes as core', () => {
    expect(pointingOutcomes).toEqual(outcomesWithWords)
  })

  test('articles, ids and words are read as core reads them', () => {
    expect(articlesIn(provisions)).toEqual(articlesOf(provisions))
    for (const provision of provisionsOf(provisions)) {
      expect(articleIdOf(provision.id)).toBe(coreArticleId(provision.id))
      expect(linesOf(provision).join('\n')).toBe(provisionWords(provision))
    }
  })

  test('words are found across lines and spaces, and missing ones are not', () => {
    if (!second) throw new Error('no second article')
    expect(wordsStandIn('划定区域、规定时段： （一）有序开放遛狗', second)).toBe(true)
    expect(wordsStandIn('禁止垂钓', second)).toBe(false)
  })
})
