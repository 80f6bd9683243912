import { expect, test } from 'vitest'
import { docxStream } from '../../functions/documents/docx-package.ts'
import { readOpinionTable } from '../../functions/documents/read-opinion-table.ts'
import { collect } from '../support/workbook-builder.ts'

const p = (runs: string) => `<w:p>${runs}</w:p>`
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const tc = (content: string) => `<w:tc>${content}</w:tc>`
const tr = (cells: string[], properties = '') => `<w:tr>${properties}${cells.map(tc).join('')}</w:tr>`
const tbl = (rows: string) => `<w:tbl>${rows}</w:tbl>`
const fileOf = (body: string) => collect(docxStream('意见汇总表', [body + p('')]))
const key = (id: string) => r(`[编号${id}·版本2·核对码ab]`)
const head = tr(['采纳情况', '序号', '理由和采纳后的条文'].map((title) => p(r(title))))

test('columns moved, a table cut in two, changes tracked and a table within a cell are read as Word shows them', async () => {
  const dropped = '<w:del w:id="1"><w:r><w:delText>不</w:delText></w:r></w:del>'
  const body =
    tbl(
      head +
        tr([p(r('第四条　公共座椅应当定期检查。'))]) +
        tr([p(dropped + r('采') + `<w:ins w:id="2">${r('纳')}</w:ins>`), p(r('7') + key('a')), p(r('好。'))]),
    ) +
    p(r('下一页')) +
    tbl(
      tr([p(r('未采纳')), p(r('7') + key('b')), tbl(tr([p(r('里面的表'))])) + p(r('另见会议纪要。'))]) +
        tr([p(''), p(r('8') + key('c')), p('')], '<w:trPr><w:del w:id="3"/></w:trPr>'),
    )
  const { headers, rows } = await readOpinionTable(await fileOf(body))
  expect(headers).not.toContain('承办人')
  expect(
    rows.map(({ row, cells }) => [row, cells['编号'], cells['版本'], cells['采纳情况'], cells['答复理由']]),
  ).toEqual([
    [7, 'a', '2', '采纳', '好。'],
    [8, 'b', '2', '未采纳', '里面的表\n另见会议纪要。'],
  ])
})

test.each([
  ['no table', p(r('请看附件'))],
  ['a table that names no opinion', tbl(head + tr([p(r('采纳')), p(r('1')), p(r('好。'))]))],
])('a document with %s is refused by what it lacks', async (_what, body) => {
  await expect(readOpinionTable(await fileOf(body))).rejects.toMatchObject({
    code: 'wrong-columns',
    facts: { missing: ['编号', '版本'] },
  })
})
