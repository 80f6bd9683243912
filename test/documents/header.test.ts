import { expect, it } from 'vitest'
import { batchColumns } from '#contract/batch-columns.ts'
import { opinionTableColumns } from '#contract/opinion-table-columns.ts'
import { findHeaderRow, normaliseHeader } from '../../functions/documents/header.ts'

it.each([
  ['原话 *', '原话'],
  ['条款号（稿次）', '条款号'],
  ['条款号(稿次)', '条款号'],
  ['原　话【照录】', '原话'],
  ['编号（请勿改动）', '编号'],
  ['ＮＯ．', 'NO.'],
  ['人\n数：', '人数'],
])('%j is compared as %j', (title, compared) => {
  expect(normaliseHeader(title)).toBe(compared)
})

it('no two columns of one table are compared alike, aliases included', () => {
  const batch = batchColumns.flatMap(({ title, aliases }) => [title, ...aliases]).map(normaliseHeader)
  const table = opinionTableColumns.map(({ title }) => normaliseHeader(title))
  expect(new Set(batch).size).toBe(batch.length)
  expect(new Set(table).size).toBe(table.length)
})

it('the row with most known titles is the header, the upper one of equals, never below row 20', () => {
  const rows = [
    { row: 1, cells: ['意见汇总表'] },
    { row: 2, cells: ['原话', '理由', 'x'] },
    { row: 3, cells: ['原话', '理由', '条款'] },
    { row: 4, cells: ['原话', '理由', '人数'] },
    { row: 21, cells: ['原话', '理由', '人数', '条款'] },
  ]
  expect(findHeaderRow(rows)).toBe(2)
  expect(findHeaderRow([{ row: 1, cells: ['原话', '张三'] }])).toBeUndefined()
})
