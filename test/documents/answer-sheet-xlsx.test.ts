import { expect, it } from 'vitest'
import { answerSheetXlsx } from '../../functions/documents/answer-sheet-xlsx.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { csvOfEverySheet, saveInLibreOffice, soffice } from '../support/libreoffice.ts'

const sheet = {
  title: '上传结果-河岸条例',
  titles: ['行', '结果', '意见', '回执码', '要改什么'],
  rows: [
    ['2', '新存入', '=HYPERLINK("x")', 'ABCD-EFGH-0000', ''],
    ['3', '没有存入', '', '', '“原话”：没有写。\n“收集日期”：不是日期。'],
  ],
}

it('the answers of an upload read back row by row, formulas as text', async () => {
  const read = await readSpreadsheet(await answerSheetXlsx(sheet), '结果.xlsx')
  expect(read.headers).toEqual(sheet.titles)
  expect(read.rows.map(({ cells }) => Object.values(cells))).toEqual(
    sheet.rows.map((cells) => cells.filter((text) => text !== '')),
  )
})

it.skipIf(soffice === undefined)('and LibreOffice shows the same', async () => {
  const files = await saveInLibreOffice(await answerSheetXlsx(sheet), csvOfEverySheet)
  const [csv] = [...files.values()].map((bytes) => Buffer.from(bytes).toString('utf8'))
  expect(csv).toContain('2,新存入,"=HYPERLINK(""x"")",ABCD-EFGH-0000,')
  expect(csv).toContain('3,没有存入,,,"“原话”：没有写。\n“收集日期”：不是日期。"')
})
