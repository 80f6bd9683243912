import { describe, expect, test } from 'vitest'
import { PublishedBulletins } from '#contract/published.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import { answersIn, articlesIn, wordsInto } from '#core/bulletin/bulletin-answers.ts'
import type { Edition, LongBulletin } from '#core/bulletin/long-bulletin.ts'
import { reconcile } from '#core/deciding/reconciliation.ts'
import type { Instant } from '#core/time.ts'
import { correctionHtml } from '../../site/src/bulletin/changes.ts'
import { bulletinHtml, type BulletinView } from '../../site/src/bulletin/render-bulletin.ts'
import { exampleBulletins } from '../support/example-bulletin.ts'

const edition = PublishedBulletins.parse(exampleBulletins('c-river', 'rb-2')).editions.at(-1) as Bulletin

const shown = (bulletin: Edition, more: Partial<BulletinView> = {}) =>
  bulletinHtml({
    language: 'zh',
    bulletin,
    billTitle: '云溪市滨水公共空间条例',
    organ: '云溪市人大常委会',
    window: {
      opensAt: '2026-11-01T00:00:00.000Z' as Instant,
      closesAt: '2026-12-01T00:00:00.000Z' as Instant,
    },
    utcOffsetMinutes: 480,
    contactPointNames: new Map([['hexi', '河西街道基层立法联系点']]),
    became: () => undefined,
    intoAnchor: ({ provisionId }) => `into-${provisionId}`,
    links: '',
    correction: '',
    ...more,
  } satisfies BulletinView)

/** The example as a long edition: of each answer one voice, and of the first article no answer at all. */
function longEdition(): LongBulletin {
  const { rows: _, ...said } = edition
  const { taken, heard } = answersIn(edition)
  const short = taken.map(({ answers, ...article }, at) => ({
    ...article,
    answers: at === 0 ? [] : answers.map((answer) => ({ ...answer, voices: answer.voices.slice(0, 1) })),
    ...(at === 0 && { untold: { answers: answers.length, opinions: article.count } }),
  }))
  const told = { articles: articlesIn(edition), taken: short, heard, into: wordsInto(edition) }
  return { ...said, ...told, rowsHash: 'h', writtenBy: 'b-1', files: {} }
}

const titles = (html: string) => [...html.matchAll(/<h2>([^<]+)/g)].map(([, title]) => title)

describe('a bulletin as residents read it', () => {
  test('has its parts in the order the desk gave them, with the words written for them', () => {
    const usual = titles(shown(edition))
    const kinds = ['heard', 'taken', 'closing', 'figures', 'totals'] as const
    const sections = kinds.map((kind) => ({ kind, words: kind === 'closing' ? '条例<2027>年施行。' : '' }))
    const html = shown({ ...edition, sections })
    expect(usual).toEqual(['数目对得上', '先看一眼', '写进了条文的', '听到了、这次没有写进条文的'])
    expect(titles(html)).toEqual([
      '听到了、这次没有写进条文的',
      '写进了条文的',
      '其他说明',
      '先看一眼',
      '数目对得上',
    ])
    expect(html).toContain('条例&lt;2027&gt;年施行。')
  })

  test('folds articles only when there are many opinions, and says of each how many and what became of them', () => {
    expect(shown(edition)).not.toContain('<details class="about"')
    const rows = Array.from({ length: 4 }, () => edition.rows)
      .flat()
      .map((row, at) => ({ ...row, row: at + 1 }))
    const { byOutcome } = reconcile(rows.map(({ outcome }) => outcome))
    const long = shown({
      ...edition,
      rows,
      reconciliation: { received: rows.length, undecided: 0, byOutcome },
    })
    expect(long).toMatch(/<details class="about" id="art-24"><summary><h3 lang="zh-CN">第二十四条<\/h3>/)
    expect(long).toContain('部分采纳 4')
    for (const { row } of rows) expect(long.split(`id="row-${row}"`)).toHaveLength(2)
  })

  test('draws the outcomes of each article with numbers that add up, told apart without colour', () => {
    const html = shown(edition)
    const plot = html.slice(html.indexOf('每一条的结果'), html.indexOf('</figure>'))
    for (const fill of ['full', 'hatched', 'empty']) expect(plot).toContain(`class="piece ${fill}"`)
    const rows = [...plot.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/class="num">(\d+)</g)].map(([, number]) => Number(number)),
    )
    expect(rows).toHaveLength(4)
    for (const numbers of rows) expect(numbers.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(numbers.at(-1))
    expect(rows.reduce((sum, numbers) => sum + (numbers.at(-1) ?? 0), 0)).toBe(edition.rows.length)
  })

  test('that is too long for a page says how many more got an answer, and where all of them are', () => {
    const long = longEdition()
    const left = long.taken.slice(1).flatMap(({ answers }) => answers.filter(({ count }) => count > 1))
    const html = shown(long, { dataHref: '/data/' })
    const untold = long.taken[0]?.untold
    expect(html).toContain(
      `这一条有 ${untold?.answers} 种答复，回应 ${untold?.opinions} 条意见，页面上放不下。`,
    )
    for (const { count } of left) expect(html).toContain(`还有 ${count - 1} 条得到同样的答复。`)
    expect(html.split('href="/data/"')).toHaveLength(2 + left.length)
    const million = { ...long, articles: long.articles.map((each) => ({ ...each, count: 1_000_000 })) }
    // Seven digits need some sixty of the four hundred units the plot is wide.
    for (const [, x] of shown(million).matchAll(/<text class="soft" x="([\d.]+)" y="\d+">1000000</g))
      expect(Number(x)).toBeLessThan(340)
    const figures = (page: string) =>
      page.slice(page.indexOf('<div class="plots">'), page.indexOf('写进了条文的'))
    expect(figures(html)).toBe(figures(shown(edition)))
    const changed = { before: edition.rows[0]!, after: { ...edition.rows[0]!, reason: '改过的理由' } }
    const changes = {
      words: false,
      changed: { count: 7, first: [changed] },
      added: { count: 0, first: [] },
      removed: { count: 0, first: [] },
    }
    const correction = correctionHtml(edition, { ...long, changes }, 'zh')
    for (const said of ['7 条意见的答复改了', '改过的理由', '还有 6 条']) expect(correction).toContain(said)
    expect(correction).not.toContain('<details')
    const five = { ...changes, changed: { count: 7, first: Array.from({ length: 5 }, () => changed) } }
    expect(correctionHtml(edition, { ...long, changes: five }, 'zh')).toContain(
      '<details class="about"><summary>7 条意见的答复改了</summary>',
    )
    expect(correctionHtml(edition, long, 'zh')).toContain('发布时再逐条比对')
  })

  test('refuses totals that do not add up (R3)', () => {
    const reconciliation = { ...edition.reconciliation, received: 99 }
    expect(() => shown({ ...edition, reconciliation })).toThrow('99')
  })
})
