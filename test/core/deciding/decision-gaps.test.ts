import { describe, expect, test } from 'vitest'
import type { DraftText } from '#core/bill.ts'
import { decisionGaps, locateWords } from '#core/deciding/decision-gaps.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import type { BillId, DraftId, ProvisionId } from '#core/ids.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { laterStatute } from '../../support/desk-scene-data.ts'

const { title, provisions } = parseDraft(laterStatute)
const later: DraftText = {
  id: 'd-2' as DraftId,
  billId: 'b' as BillId,
  stage: 'firstReading',
  title,
  enactmentNotes: [],
  provisions,
}
const at = (provisionId: string, quote?: string, draftId = 'd-2') => ({
  draftId: draftId as DraftId,
  provisionId: provisionId as ProvisionId,
  ...(quote !== undefined && { quote }),
})

describe('what keeps a decision from being published', () => {
  test('is an outcome first of all (R3)', () => {
    expect(decisionGaps(undefined, [later])).toEqual(['no-outcome'])
    expect(decisionGaps({ reason: '理由' }, [later])).toEqual(['no-outcome'])
  })

  test.each(outcomes)('%s needs a reason in words (R4)', (outcome) => {
    const resulting = at('art-5')
    expect(decisionGaps({ outcome, resulting }, [later])).toEqual(['no-reason'])
    expect(decisionGaps({ outcome, resulting, reason: ' \n' }, [later])).toEqual(['no-reason'])
    expect(decisionGaps({ outcome, resulting, reason: '理由' }, [later])).toEqual([])
  })

  test.each(outcomes)('%s points at words only when something was adopted (R5)', (outcome) => {
    const gaps = decisionGaps({ outcome, reason: '理由' }, [later])
    expect(gaps).toEqual(outcome === 'adopted' || outcome === 'partlyAdopted' ? ['no-resulting-words'] : [])
  })

  test('are words that are not there', () => {
    const wrong = [at('art-99'), at('art-5', '没有的字'), at('art-5', undefined, 'd-9')]
    for (const resulting of wrong)
      expect(decisionGaps({ outcome: 'adopted', reason: '理由', resulting }, [later])).toEqual([
        'words-not-in-draft',
      ])
  })
})

test('words are found in a provision and all below it, exactly as printed', () => {
  expect(locateWords(at('art-4', '不得影响 居民休息'), [later])).toMatchObject({ quote: '不得影响居民休息' })
  expect(locateWords(at('art-4.p1', '不得影响居民休息'), [later])).toBe('words-not-in-provision')
  expect(locateWords(at('art-4'), [later])).toMatchObject({ quote: '' })
  expect(locateWords(at('art-40'), [later])).toBe('unknown-provision')
  expect(locateWords(at('art-4', '', 'd-1'), [later])).toBe('not-a-later-draft')
})

test('a place holds the very words or is no place: the same words elsewhere do not do (R8)', () => {
  const words = '在河岸垂钓应当在划定的区域'
  const second = words.lastIndexOf('在')
  expect(locateWords({ ...at('art-5', '在'), start: second }, [later])).toMatchObject({
    quote: '在',
    start: second,
  })
  expect(locateWords({ ...at('art-5', '在'), start: 0 }, [later])).toMatchObject({ start: 0 })
  expect(locateWords({ ...at('art-5', '在'), start: 1 }, [later])).toBe('words-not-in-provision')
  const resulting = { ...at('art-5', '在'), start: 1 }
  expect(decisionGaps({ outcome: 'adopted', reason: '理由', resulting }, [later])).toEqual([
    'words-not-in-draft',
  ])
})
