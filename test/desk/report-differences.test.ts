import { expect, test } from 'vitest'
import type { ReportInput } from '#contract/report-api.ts'
import { reportDifferences } from '../../site/src/desk/rules/report-differences.ts'

const article = (provisionId: string | null, summary = '', opinions: string[] = []) =>
  ({ provisionId, summary, opinions }) as ReportInput['articles'][number]
const mine: ReportInput = {
  documentNumber: '1号',
  head: '开头',
  articles: [article('art-3', '甲'), article(null)],
}

test('two versions of a report that say the same differ nowhere', () => {
  expect(reportDifferences(mine, structuredClone(mine))).toEqual({
    documentNumber: false,
    head: false,
    articles: [],
  })
})

test('a summary, an order of opinions, and an article only one of them has are named', () => {
  const theirs = {
    ...mine,
    documentNumber: '2号',
    articles: [article('art-3', '乙'), article(null), article('art-9', '', ['o'])],
  }
  expect(reportDifferences(mine, theirs)).toEqual({
    documentNumber: true,
    head: false,
    articles: ['art-3', 'art-9'],
  })
})
