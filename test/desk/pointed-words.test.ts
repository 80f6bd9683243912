import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignDrafts } from '../../functions/core/lineage/align-drafts.ts'
import { compareTexts } from '../../functions/core/lineage/compare-texts.ts'
import { parseDraft } from '../../functions/core/draft/parse-draft.ts'
import { provisionWords } from '../../functions/core/draft/provision.ts'
import { articlesIn, wordsStandIn } from '../../site/src/desk/rules/decision-check.ts'
import {
  addedStretches,
  markedWords,
  placeOfStretch,
  stretchOf,
  wordsOf,
} from '../../site/src/desk/rules/pointed-words.ts'

const read = (second: string[]) =>
  parseDraft(['云溪市示例条例', '第一条　为了示例，制定本条例。', ...second].join('\n')).provisions
const older = read([
  '第二条　禁止携带犬只进入。',
  '沿岸区人民政府负责：',
  '（一）日常养护；',
  '（二）清扫保洁。',
])
const newer = read([
  '第二条　携带犬只应当牵绳。',
  '沿岸区人民政府负责：',
  '（一）日常养护和夜间照明；',
  '（二）清扫保洁。',
])
const [first, second] = articlesIn(newer)
if (!first || !second) throw new Error('two articles')
const rows = compareTexts(older, newer, alignDrafts(older, newer))
const pieces = rows.find(({ to }) => to[0]?.id === second.id)?.pieces
const at = (words: string) => {
  const start = wordsOf(second).indexOf(words)
  return { start, end: start + words.length }
}

describe('pointing at words of the later draft (R5)', () => {
  test('whatever is selected stands in the place it is said to stand in', () => {
    const length = wordsOf(second).length
    fc.assert(
      fc.property(fc.nat(length), fc.nat(length), (from, to) => {
        const stretch = stretchOf(second, from, to)
        if (stretch === undefined) return
        const place = placeOfStretch(second, stretch.start, stretch.end)
        const words = provisionWords(place.provision)
        expect(words.startsWith(stretch.quote, stretch.start - place.begins)).toBe(true)
        expect(wordsStandIn(stretch.quote, place.provision)).toBe(true)
      }),
    )
  })

  test('the smallest 款 or 项 that holds the words is named', () => {
    const place = (words: string) => placeOfStretch(second, at(words).start, at(words).end).provision.id
    expect(place('夜间照明')).toBe('art-2.p2.i1')
    expect(place('应当牵绳')).toBe('art-2.p1')
    expect(place('养护和夜间照明；\n（二）清扫')).toBe('art-2.p2')
    expect(place('牵绳。\n沿岸区')).toBe('art-2')
    expect(placeOfStretch(first, 0, 4).provision.id).toBe('art-1')
  })

  test('nothing but white space selects nothing', () => {
    const gap = wordsOf(second).indexOf('\n')
    expect(stretchOf(second, gap, gap + 1)).toBeUndefined()
    expect(stretchOf(second, 3, 3)).toBeUndefined()
  })

  test('the marks are the comparison’s, and newly written words are offered from it', () => {
    const marked = markedWords(second, pieces)
    expect(marked.some(({ kind }) => kind === 'removed')).toBe(true)
    const offers = addedStretches(marked).map(({ start, end }) => wordsOf(second).slice(start, end))
    expect(offers.join(' ')).toContain('夜间照明')
  })

  test('a comparison of other words is not shown over these', () => {
    expect(markedWords(first, pieces)).toEqual([{ kind: 'same', text: wordsOf(first) }])
    expect(markedWords(second, undefined)).toEqual([{ kind: 'same', text: wordsOf(second) }])
  })
})
