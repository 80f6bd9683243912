import { expect, test } from 'vitest'
import type { ArticleAnswers } from '#core/bulletin/long-bulletin.ts'
import { suggestedHeard } from '#core/bulletin/bulletin-heard.ts'

/** `reasons`: one answer each, with how many opinions it answers. */
function article(label: string, reasons: Record<string, number>): ArticleAnswers {
  const answers = Object.entries(reasons).map(([reason, n]) => ({
    outcome: 'notAdopted',
    reason,
    count: n,
  }))
  const count = answers.reduce((sum, answer) => sum + answer.count, 0)
  return { label, answers, count, byOutcome: { notAdopted: count } } as unknown as ArticleAnswers
}

test('articles that got the same reason are named together, and the reason is read once', () => {
  const said = suggestedHeard([
    article('第四条', { '已经兼顾两边。': 3 }),
    article('第六条', { '已经兼顾两边。': 2 }),
    article('', { '另有法律规定。': 1 }),
  ])
  expect(said).toContain(
    '第四条 3 条、第六条 2 条，理由是：已经兼顾两边。对整部草案 1 条，理由是：另有法律规定。',
  )
})

test('so are articles whose opinions each got their own', () => {
  const own = { 甲: 1, 乙: 1 }
  expect(suggestedHeard([article('第七条', own), article('第八条', own)])).toContain(
    '第七条 2 条、第八条 2 条，理由各有不同。每一条的理由见下。',
  )
})

test('a reason most of an article’s opinions got stays with that article', () => {
  const most = { 甲: 2, 乙: 1 }
  expect(suggestedHeard([article('第七条', most), article('第八条', most)])).toContain(
    '第七条 3 条，其中 2 条的理由是：甲。第八条 3 条，其中 2 条的理由是：甲。',
  )
})
