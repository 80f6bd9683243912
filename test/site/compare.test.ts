import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { compareTexts } from '#core/lineage/compare-texts.ts'
import { newWords, oldWords, type ComparisonPiece } from '#core/lineage/comparison.ts'
import type { PublishedBill } from '#contract/published.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, provisionWords } from '#core/draft/provision.ts'
import { countChanges } from '../../site/src/law/count-changes.ts'
import { foldRows } from '../../site/src/law/fold-rows.ts'
import { laterFate } from '../../site/src/law/later-note.ts'
import { placeMarks } from '../../site/src/law/marks.ts'
import { sideHtml } from '../../site/src/law/render-comparison.ts'
import { articleWords, lawHtml } from '../../site/src/law/render-law.ts'
import { comparedPairs } from '../../site/src/routes.ts'
import { carefulDrafts } from '../support/example-comparison.ts'

const [first, second, third] = carefulDrafts('careful').map(({ provisions }) => provisions)
if (!first || !second || !third) throw new Error('there are three texts')
const links = alignDrafts(first, second)
const rows = compareTexts(first, second, links)
const blocks = foldRows(
  rows,
  articlesOf(first).map(({ id }) => id),
)

function wordsOf(html: string): string {
  const plain = html.replaceAll('</p><p>', '\n').replace(/<\/?(p|ins|del)>/g, '')
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

describe('one side of a comparison', () => {
  const piece = fc.record({
    kind: fc.constantFrom('same', 'added', 'removed'),
    text: fc.string({ unit: fc.constantFrom('条', '<', '&', '"', '\n'), minLength: 1 }),
  }) as fc.Arbitrary<ComparisonPiece>

  test('says that side to the character once its marks are left out, empty lines aside', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const lines = (text: string): string => text.split('\n').filter(Boolean).join('\n')
        expect(wordsOf(sideHtml(pieces, 'newer'))).toBe(lines(newWords(pieces)))
        expect(wordsOf(sideHtml(pieces, 'older'))).toBe(lines(oldWords(pieces)))
      }),
    )
  })

  test('marks additions on the new side and deletions on the old one, never across lines', () => {
    const pieces: ComparisonPiece[] = [
      { kind: 'same', text: '不少于' },
      { kind: 'removed', text: '十五' },
      { kind: 'added', text: '二十\n另起' },
    ]
    expect(sideHtml(pieces, 'older')).toBe('<p>不少于<del>十五</del></p>')
    expect(sideHtml(pieces, 'newer')).toBe('<p>不少于<ins>二十</ins></p><p><ins>另起</ins></p>')
  })
})

describe('a comparison folded for reading', () => {
  test('keeps every row but titles, once and in order', () => {
    const kept = blocks.flatMap((block) => ('rows' in block ? block.rows : [block.row]))
    const isArticle = ({ kind }: { kind: string }): boolean => kind !== 'heading'
    expect(kept.filter(isArticle)).toEqual(rows.filter(isArticle))
  })

  test('folds neighbours that did not change, and shows titles of changed chapters only', () => {
    expect(
      blocks.map((block) =>
        'rows' in block
          ? `${block.kind} ${block.rows.map(({ to }) => to[0]?.id).join(' ')}`
          : `${block.row.kind} ${(block.row.to[0] ?? block.row.from[0])?.id}`,
      ),
    ).toEqual([
      'heading chp-1',
      'same art-1 art-2 art-3',
      'added art-4',
      'renumbered art-5',
      'heading chp-2',
      'renumbered art-6',
      'edited art-7',
      'removed art-6',
      'split art-8',
      'split art-9',
      'renumbered art-10 art-11 art-12',
      'heading chp-4',
      'edited art-13',
    ])
  })

  test('of the same text twice is a single line', () => {
    const same = compareTexts(first, first, alignDrafts(first, first))
    const ids = articlesOf(first).map(({ id }) => id)
    expect(foldRows(same, ids)).toMatchObject([{ kind: 'same', rows: { length: 12 } }])
  })

  test('does not speak for an article that was moved out of the middle of a run', () => {
    const others = rows.filter(({ kind }) => kind === 'same')
    const gap = foldRows(others, ['art-1', 'art-9', 'art-2', 'art-3'])
    expect(gap).toHaveLength(2)
  })
})

test('counts add up to the articles of the newer text', () => {
  for (const [from, to] of [
    [first, second],
    [second, third],
    [first, third],
  ] as const) {
    const counts = countChanges(compareTexts(from, to, alignDrafts(from, to)))
    const { same, renumbered, changed, added } = counts
    expect(same + renumbered + changed + added).toBe(articlesOf(to).length)
  }
  expect(countChanges(rows)).toEqual({ same: 3, renumbered: 5, changed: 4, added: 1, removed: 1, moved: 1 })
})

test('an article of an older text says what became of it, and one that is the same says nothing (R7)', () => {
  expect(laterFate(links, 'art-1')).toBeUndefined()
  expect(laterFate(links, 'art-4')).toEqual({ fate: 'elsewhere', to: ['art-5'], wordsChanged: false })
  expect(laterFate(links, 'art-5')).toEqual({ fate: 'elsewhere', to: ['art-7'], wordsChanged: true })
  expect(laterFate(links, 'art-6')).toEqual({ fate: 'gone', to: [], wordsChanged: true })
  expect(laterFate(links, 'art-7')).toEqual({ fate: 'split', to: ['art-8', 'art-9'], wordsChanged: true })
})

describe('words that opinions became', () => {
  const view = { margin: () => '', marginLanguage: 'zh-CN', level: 3 }
  const wanted = (quote: string, id: string, provisionId = 'art-8') => ({ provisionId, quote, id })

  test('are marked where they stand, with the anchor a bulletin links to', () => {
    const { marks, placed } = placeMarks(second, [wanted('公开服务项目', 'said-c-1')])
    expect(lawHtml(second, { ...view, marks })).toContain('<mark id="said-c-1">公开服务项目</mark>')
    expect([...placed]).toEqual(['said-c-1'])
  })

  test('are marked at their place when the same words stand there twice', () => {
    const [article] = parseDraft('示例\n第一条　应当公开，也应当\n及时；应当公开。').provisions
    if (!article) throw new Error('an article')
    const start = provisionWords(article).lastIndexOf('应当公开')
    const marks = (at: number | undefined) =>
      placeMarks([article], [{ provisionId: 'art-1', quote: '应当公开', start: at }]).marks.get(
        at === undefined ? 'art-1.p1' : (article.children.at(-1)?.id ?? ''),
      )
    expect(marks(start)).toHaveLength(1)
    expect(marks(undefined)).toEqual([{ start: 0, end: 4 }])
    expect(articleWords(article, { provisionId: 'art-1', quote: '应当公开', start })).toContain(
      '；<mark>应当公开</mark>。',
    )
    const pieces = [{ kind: 'same' as const, text: provisionWords(article) }]
    expect(sideHtml(pieces, 'newer', [{ start, end: start + 4 }])).toContain('；<mark>应当公开</mark>。')
  })

  test('may overlap: every anchor stands once and no character is said twice', () => {
    const { marks, placed } = placeMarks(second, [
      wanted('公开服务项目、收费标准', 'a'),
      wanted('收费标准和投诉电话', 'b'),
      wanted('收费', 'c'),
    ])
    const html = lawHtml(second, { ...view, marks })
    expect(html.replace(/<[^>]*>/g, '')).toBe(lawHtml(second, view).replace(/<[^>]*>/g, ''))
    expect([...placed]).toEqual(['a', 'b'])
    for (const id of placed) expect(html.split(`id="${id}"`)).toHaveLength(2)
  })

  test('that are not there get no anchor, so that nothing links to it', () => {
    const { marks, placed } = placeMarks(second, [wanted('没有这句话', 'x'), wanted('养老', 'y', 'art-99')])
    expect(marks.size).toBe(0)
    expect(placed.size).toBe(0)
  })
})

test('any two texts are compared, the older one first', () => {
  const drafts = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const pairs = comparedPairs({ drafts } as unknown as PublishedBill)
  expect(pairs.map(({ from, to }) => `${from.id}${to.id}`)).toEqual(['ab', 'ac', 'ad', 'bc', 'bd', 'cd'])
})
