import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { compareTexts } from '#core/lineage/compare-texts.ts'
import { ComparisonRow, newWords, oldWords } from '#core/lineage/comparison.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import { lineageUnits } from '#core/lineage/lineage-units.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, type Provision } from '#core/draft/provision.ts'
import { exampleProvisions, revisedProvisions } from '../../support/example-law.ts'
import { redraft } from '../../support/redraft.ts'
import { statuteText } from '../../support/statute-text.ts'
import { hasLaws, readStatute, statutes } from '../../support/statutes.ts'

/** Every word of both drafts, to the character, from the rows alone. */
function expectExact(
  from: readonly Provision[],
  to: readonly Provision[],
  links: readonly LineageLink[],
): void {
  const rows = compareTexts(from, to, links).filter(({ kind }) => kind !== 'heading')
  const written = rows.filter((row) => row.to.length > 0)
  expect(written.map((row) => [row.to[0]?.id, newWords(row.pieces)])).toEqual(
    lineageUnits(to).map(({ id, words }) => [id, words]),
  )
  const old = new Map<string, string>()
  for (const { from: sides, pieces } of rows)
    if (sides.length > 0) {
      const key = sides.map(({ id }) => id).join('+')
      old.set(key, (old.get(key) ?? '') + oldWords(pieces))
    }
  const wordsOf = new Map(lineageUnits(from).map(({ id, words }) => [id as string, words]))
  const expected = links
    .filter((link) => link.from.length > 0)
    .map((link) => [link.from.join('+'), link.from.map((id) => wordsOf.get(id)).join('\n')] as const)
  expect(old).toEqual(new Map(expected))
}

describe('the comparison of two drafts', () => {
  test('marks the words that changed, article by article', () => {
    const rows = compareTexts(
      exampleProvisions(),
      revisedProvisions(),
      alignDrafts(exampleProvisions(), revisedProvisions()),
    )
    expect(ComparisonRow.array().parse(rows)).toEqual(rows)
    const edited = rows.filter(({ kind }) => kind === 'edited')
    expect(edited.map(({ to }) => to[0]?.label)).toEqual(['第二十四条', '第二十六条'])
    expect(edited[1]?.pieces).toEqual([
      { kind: 'same', text: expect.stringContaining('不得使用音响设备') },
      { kind: 'added', text: '，音量不得超过国家规定的环境噪声排放标准' },
      { kind: 'same', text: '。' },
    ])
  })

  test('stands in the newer draft’s order, with removed articles and titles at their old place', () => {
    const older = parseDraft(
      '某市河岸条例\n\n第一章　总则\n\n第一条　为了规范河岸使用，制定本条例。\n\n第二章　使用\n\n第二条　河岸应当全时段向社会公众开放。\n\n第三条　禁止携带犬只进入滨水公共空间。\n\n第四条　本条例自公布之日起施行。\n',
    ).provisions
    const newer = parseDraft(
      '某市河岸条例\n\n第一章　总则\n\n第一条　为了规范河岸使用，制定本条例。\n\n第二章　开放与使用\n\n第二条　河岸应当全时段向社会公众开放。\n\n第三条　本条例自公布之日起施行。\n',
    ).provisions
    const rows = compareTexts(older, newer, alignDrafts(older, newer))
    expect(rows.map(({ kind, from, to }) => [kind, from[0]?.id, to[0]?.id])).toEqual([
      ['heading', 'chp-1', 'chp-1'],
      ['same', 'art-1', 'art-1'],
      ['heading', 'chp-2', 'chp-2'],
      ['same', 'art-2', 'art-2'],
      ['removed', 'art-3', undefined],
      ['renumbered', 'art-4', 'art-3'],
    ])
    expect(newWords(rows[2]?.pieces ?? [])).toBe('第二章　开放与使用')
    expect(oldWords(rows[2]?.pieces ?? [])).toBe('第二章　使用')
  })

  test('shows an article in two places as two rows of one split', () => {
    const fishing = '在滨水公共空间垂钓的，应当在划定的区域和时段内进行，不得影响行人通行。'
    const dogs = '携带犬只进入滨水公共空间的，应当为犬只佩戴嘴套，并由成年人用牵引带牵领。'
    const older = parseDraft(`某市河岸条例\n\n第一条　${fishing}\n　　${dogs}\n`).provisions
    const newer = parseDraft(`某市河岸条例\n\n第一条　${fishing}\n\n第二条　${dogs}\n`).provisions
    const links = alignDrafts(older, newer)
    expect(compareTexts(older, newer, links)).toEqual([
      {
        kind: 'split',
        from: [{ id: 'art-1', label: '第一条' }],
        to: [{ id: 'art-1', label: '第一条' }],
        numberChanged: false,
        moved: false,
        part: 1,
        pieces: [
          { kind: 'same', text: fishing },
          { kind: 'removed', text: '\n' },
        ],
      },
      {
        kind: 'split',
        from: [{ id: 'art-1', label: '第一条' }],
        to: [{ id: 'art-2', label: '第二条' }],
        numberChanged: false,
        moved: false,
        part: 2,
        pieces: [{ kind: 'same', text: dogs }],
      },
    ])
    expectExact(older, newer, links)
  })

  test('gives back both drafts to the character, whatever they say', () => {
    fc.assert(
      fc.property(statuteText(), statuteText(), ({ provisions: from }, { provisions: to }) => {
        expectExact(from, to, alignDrafts(from, to))
      }),
      { numRuns: 60 },
    )
  })

  test.skipIf(!hasLaws)(
    'gives back both texts of every pair of real statutes to the character',
    () => {
      const texts = statutes
        .filter(({ name }) => name !== 'criminal-law')
        .map(({ name }) => parseDraft(readStatute(name)).provisions)
      for (const from of texts) for (const to of texts) expectExact(from, to, alignDrafts(from, to))
    },
    60_000,
  )

  test.skipIf(!hasLaws)(
    'gives back statutes whose articles were split, merged, cut and rewritten',
    () => {
      const met = new Set<string>()
      for (const [seed, { name }] of statutes.entries()) {
        const articles = articlesOf(parseDraft(readStatute(name)).provisions)
        const { articles: newer } = redraft(articles, seed + 50)
        const rewritten = newer.map((article, place) =>
          place % 4 === 0 ? reworded(article, place) : article,
        )
        const links = alignDrafts(articles, rewritten)
        for (const { kind } of links) met.add(kind)
        expectExact(articles, rewritten, links)
      }
    },
    60_000,
  )
})

/** Cuts a few characters of every 款 and puts others in, at a place that depends on the article. */
function reworded(article: Provision, place: number): Provision {
  const children = article.children.map((child) => {
    const at = (place * 7) % Math.max(1, child.text.length)
    return { ...child, text: `${child.text.slice(0, at)}依照规定，${child.text.slice(at + 3)}` }
  })
  return { ...article, children }
}
