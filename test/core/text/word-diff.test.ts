import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newWords, oldWords } from '#core/lineage/comparison.ts'
import { readablePieces } from '#core/text/readable-pieces.ts'
import { splitPieces } from '#core/text/split-pieces.ts'
import { diffTokens, diffWords, wordsOf } from '#core/text/word-diff.ts'

const marked = (from: string, to: string) =>
  readablePieces(diffWords(from, to))
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

describe('two texts compared word by word', () => {
  test.each([
    ['', '', ''],
    ['', '禁止垂钓。', '[+禁止垂钓。]'],
    ['禁止垂钓。', '', '[-禁止垂钓。]'],
    ['禁止垂钓。', '禁止垂钓。', '禁止垂钓。'],
    ['处二百元以上罚款。', '处五百元以上罚款。', '处[-二百元][+五百元]以上罚款。'],
    ['应当佩戴嘴套。', '应当佩戴嘴套和号牌。', '应当佩戴嘴套[+和号牌]。'],
    ['市、区、县民政局', '市、区民政部门', '市、区[-、县民政局][+民政部门]'],
  ])('%s → %s', (from, to, expected) => {
    expect(marked(from, to)).toBe(expected)
  })

  test('a lone character between two replacements joins them', () => {
    expect(marked('工商的卫生部门', '公安的环保部门')).not.toContain('的[')
  })

  test('two insertions keep the words between them unmarked', () => {
    expect(marked('公安、规划部门', '财政、公安、网信、规划部门')).toBe('[+财政、]公安、[+网信、]规划部门')
  })

  test('a new 款 is marked as one, not from the full stop before it to the one before its end', () => {
    expect(marked('出具证明。', '出具证明。\n将资料存档。')).toBe('出具证明。[+\n将资料存档。]')
    expect(marked('出具证明。\n捐献的遗体。', '出具证明。\n将资料存档。\n捐献的遗体。')).toBe(
      '出具证明。\n[+将资料存档。\n]捐献的遗体。',
    )
  })

  test('join to both texts exactly, before and after they are made readable', () => {
    const text = fc
      .array(fc.constantFrom('公安', '部门', '、', '的', '。', '\n', '应当', '二十', '𠮷', ' ', '（一）'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const pieces = diffWords(from, to)
        for (const shown of [pieces, readablePieces(pieces)]) {
          expect(oldWords(shown)).toBe(from)
          expect(newWords(shown)).toBe(to)
          expect(shown.every((piece) => piece.text !== '')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('keep as many words as any way could (longest common subsequence)', () => {
    const list = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 })
    fc.assert(
      fc.property(list, list, (from, to) => {
        const kept = diffTokens(from, to).flatMap(({ kind, text }) => (kind === 'same' ? [...text] : []))
        expect(kept).toHaveLength(longestCommon(from, to))
      }),
    )
  })

  test('that have nothing in common and are enormous are replaced whole, in bounded time', () => {
    const from = '甲乙丙丁'.repeat(10_000)
    const to = '戊己庚辛'.repeat(10_000)
    const before = process.cpuUsage()
    const pieces = diffWords(from, to)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
    expect(oldWords(pieces)).toBe(from)
    expect(newWords(pieces)).toBe(to)
  })

  test('are cut into words that join to the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).toBe(text)
      }),
    )
  })
})

describe('the comparison of one text with several', () => {
  test('is cut into one for each, and no character is lost on either side', () => {
    const words = fc.stringMatching(/^[甲乙丙。]{1,8}$/)
    fc.assert(
      fc.property(
        fc.stringMatching(/^[甲乙丙。\n]{0,20}$/),
        fc.array(words, { minLength: 1, maxLength: 4 }),
        (from, to) => {
          const parts = splitPieces(
            readablePieces(diffWords(from, to.join('\n'))),
            to.map(({ length }) => length),
          )
          expect(parts.map(newWords)).toEqual(to)
          expect(parts.map(oldWords).join('')).toBe(from)
        },
      ),
      { numRuns: 500 },
    )
  })
})

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let before = b.map(() => 0)
  for (const token of a) {
    const row: number[] = []
    for (const [at, other] of b.entries())
      row[at] =
        token === other
          ? (at === 0 ? 0 : (before[at - 1] ?? 0)) + 1
          : Math.max(before[at] ?? 0, row[at - 1] ?? 0)
    before = row
  }
  return before.at(-1) ?? 0
}
