import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passagesOf } from '#core/draft/draft-passages.ts'
import { findInDraft, indexDraft, type Hit, type Passage } from '#core/draft/find-in-draft.ts'
import { foldText } from '#core/text/folded-text.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { demoTexts } from '../../support/demo-texts.ts'
import { hasLaws, readStatute } from '../../support/statutes.ts'

const waterfront = demoTexts.find(({ name }) => name === 'waterfront-consultation')?.text ?? ''
const passages = passagesOf(parseDraft(waterfront).provisions)
const index = indexDraft(passages)

const wordsAt = (all: readonly Passage[], { passage, start, end }: Hit) =>
  all[passage]?.words.slice(start, end) ?? ''

const tiny = (...words: string[]) =>
  indexDraft(words.map((text, at) => ({ id: `art-${at + 1}`, words: text })))

describe('finding words in a draft', () => {
  it('every stretch of every passage is found where it stands', () => {
    const stretch = fc
      .nat(passages.length - 1)
      .chain((at) => {
        const characters = [...(passages[at]?.words ?? '')]
        return fc.record({
          at: fc.constant(at),
          from: fc.nat(Math.max(0, characters.length - 2)),
          length: fc.integer({ min: 1, max: 30 }),
          characters: fc.constant(characters),
        })
      })
      .map(({ at, from, length, characters }) => ({
        at,
        sought: characters.slice(from, from + length).join(''),
      }))
      .filter(({ sought }) => foldText(sought).folded !== '')
    fc.assert(
      fc.property(stretch, ({ at, sought }) => {
        const hits = findInDraft(index, sought)
        expect(hits.every(({ isExact }) => isExact)).toBe(true)
        expect(hits.some((hit) => hit.passage === at)).toBe(true)
        for (const hit of hits) expect(foldText(wordsAt(passages, hit)).folded).toBe(foldText(sought).folded)
      }),
      { numRuns: 500 },
    )
  })

  it('hits stand in reading order, each place once, and name the provision', () => {
    const hits = findInDraft(tiny('公园里禁止垂钓。', '禁止遛狗，禁止垂钓', '垂钓'), '禁止垂钓')
    expect(hits).toEqual([
      { id: 'art-1', passage: 0, start: 3, end: 7, isExact: true },
      { id: 'art-2', passage: 1, start: 5, end: 9, isExact: true },
    ])
    expect(findInDraft(tiny('甲甲甲甲甲'), '甲甲').map(({ start }) => start)).toEqual([0, 2])
  })

  it('width, case, blanks and punctuation make no difference', () => {
    const all = [{ id: 'art-1', words: '（三）设置 ＡＰＰ、Ｗｉ-Ｆｉ 和“一网通办”平台；' }]
    const found = (query: string) => findInDraft(indexDraft(all), query).map((hit) => wordsAt(all, hit))
    expect(found('app wifi')).toEqual(['ＡＰＰ、Ｗｉ-Ｆｉ'])
    expect(found('一网通办平台')).toEqual(['一网通办”平台'])
    expect(found('(三)设置')).toEqual(['三）设置'])
  })

  it('rare Han beyond the first plane are marked whole', () => {
    const all = [{ id: 'art-1', words: '甲𠮷乙𬺈丙' }]
    const index = indexDraft(all)
    for (const sought of ['𠮷', '𠮷乙𬺈', '𬺈丙'])
      expect(findInDraft(index, sought).map((hit) => wordsAt(all, hit))).toEqual([sought])
  })

  it('what opens into several characters is marked whole', () => {
    const all = [{ id: 'art-1', words: '面积㎡以下㈠甲' }]
    expect(findInDraft(indexDraft(all), 'm2以').map((hit) => wordsAt(all, hit))).toEqual(['㎡以'])
  })

  it('a wrong character still finds, when nothing stands as asked for', () => {
    const hits = findInDraft(index, '滨水步到应当连续贯通')
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.every(({ isExact }) => !isExact)).toBe(true)
    expect(wordsAt(passages, hits[0] ?? fail())).toBe('滨水步道应当连续贯通')
  })

  it('words in another order and words far apart find the passage that holds them all', () => {
    const all = tiny(
      '垂钓应当在划定的区域内进行，遛狗应当牵绳。',
      '垂钓不得使用电鱼器具。',
      '遛狗应当清理粪便。',
    )
    expect(findInDraft(all, '遛狗 垂钓')[0]).toMatchObject({ id: 'art-1', isExact: false })
    expect(findInDraft(all, '牵绳遛狗')[0]).toMatchObject({ id: 'art-1' })
  })

  it('what has nothing to do with the draft finds nothing', () => {
    for (const query of ['', '  ', '，。', '航天发射', 'xyz', '\u200b'])
      expect(findInDraft(index, query)).toEqual([])
  })

  it('a question of any length and any characters is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (query) => {
        for (const hit of findInDraft(index, query)) {
          expect(hit.end).toBeGreaterThan(hit.start)
          expect(hit.end).toBeLessThanOrEqual(passages[hit.passage]?.words.length ?? 0)
        }
      }),
    )
    expect(() => findInDraft(index, '垂钓'.repeat(100_000))).not.toThrow()
  })

  it.skipIf(!hasLaws)(
    'in 505 articles, a phrase with one wrong character leads to a place that has the rest',
    () => {
      const code = passagesOf(parseDraft(readStatute('criminal-law')).provisions)
      const all = indexDraft(code)
      const long = code.filter(({ words }) => words.length > 60)
      const missed = long.filter(({ words }) => {
        const before = words.slice(20, 26)
        const after = words.slice(27, 32)
        return !findInDraft(all, `${before}龘${after}`).some((hit) => {
          const held = foldText(wordsAt(code, hit)).folded
          return held.includes(foldText(before).folded) && held.includes(foldText(after).folded)
        })
      })
      expect(missed.length / long.length).toBeLessThan(0.02)
    },
  )
})

function fail(): never {
  throw new Error('nothing was found')
}
