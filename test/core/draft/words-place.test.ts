import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, provisionWords, walkProvisions } from '#core/draft/provision.ts'
import { linesAround, ownWordsIn, placeInArticle, placeOfWords } from '#core/draft/words-place.ts'

const [article] = articlesOf(
  parseDraft(
    [
      '云溪市示例条例',
      '第一条　岸线应当向公众开放。',
      '岸线按照下列要求养护：',
      '（一）岸线应当整洁；',
      '（二）岸线应当明亮。',
    ].join('\n'),
  ).provisions,
)
if (!article) throw new Error('an article')
const words = provisionWords(article)

describe('the place of words', () => {
  test('is where they were selected, not where the same words stand first (R5)', () => {
    const second = words.indexOf('岸线应当', 1)
    expect(placeOfWords(words, '岸线应当', second)).toEqual({ start: second, end: second + 4 })
    expect(placeOfWords(words, '岸线应当')).toEqual({ start: 0, end: 4 })
  })

  test('that does not hold them falls back to the first', () => {
    expect(placeOfWords(words, '岸线应当', 3)).toEqual({ start: 0, end: 4 })
    expect(placeOfWords(words, '没有这几个字', 0)).toBeUndefined()
  })

  test('in a 项 is found in its article', () => {
    const place = placeInArticle(article, { provisionId: 'art-1.p2.i2', quote: '岸线应当', start: 3 })
    expect(words.slice(0, place?.start).endsWith('（二）')).toBe(true)
  })

  test('every provision’s own words stand where they are said to stand', () => {
    for (const provision of walkProvisions([article])) {
      const whole = provisionWords(provision)
      for (const { provision: part, start, textStart, textEnd } of ownWordsIn(provision)) {
        expect(whole.slice(textStart, textEnd)).toBe(part.text)
        expect(whole.startsWith(provisionWords(part), start)).toBe(true)
      }
    }
  })

  test('the lines around words join to whole lines', () => {
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.integer({ min: 1, max: 12 }), (start, length) => {
        const quote = words.slice(start, start + length)
        const around = linesAround(words, quote, start)
        const lines = `\n${words}\n`
        expect(lines).toContain(`\n${around?.before}${quote}${around?.after}\n`)
      }),
    )
  })
})
