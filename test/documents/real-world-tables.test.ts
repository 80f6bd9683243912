import { describe, expect, test } from 'vitest'
import { decodeText } from '../../functions/documents/decode-text.ts'
import { guessHeaderRow } from '../../functions/documents/header.ts'
import { openTable } from '../../functions/documents/open-table.ts'
import { shapeTable } from '../../functions/documents/shape-table.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { saveInLibreOffice, soffice } from '../support/libreoffice.ts'
import { rowXml, workbookOf } from '../support/workbook-builder.ts'

type Cell =
  string | { text?: string; date?: string; number?: number; rows?: number; columns?: number } | undefined

/** A sheet of a flat OpenDocument spreadsheet, which LibreOffice then saves as its own .xlsx. */
function sheetOf(name: string, rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((cells) => `<table:table-row>${cells.map(cellOf).join('')}</table:table-row>`)
  return `<table:table table:name="${name}">${lines.join('')}</table:table>`
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return '<table:table-cell/>'
  const { text, date, number, rows = 1, columns = 1 } = typeof cell === 'string' ? { text: cell } : cell
  const span = `table:number-rows-spanned="${rows}" table:number-columns-spanned="${columns}"`
  const covered = '<table:covered-table-cell/>'.repeat(columns - 1)
  const value =
    date !== undefined
      ? `office:value-type="date" office:date-value="${date}" table:style-name="day"`
      : number !== undefined
        ? `office:value-type="float" office:value="${number}"`
        : 'office:value-type="string"'
  const words = text === undefined ? '' : `<text:p>${text}</text:p>`
  return `<table:table-cell ${span} ${value}>${words}</table:table-cell>${covered}`
}

async function savedByLibreOffice(...sheets: string[]): Promise<Uint8Array> {
  const spaces = ['office', 'table', 'text', 'style', 'number', 'fo']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${spaceOf[name] ?? name}:1.0"`)
    .join(' ')
  const day =
    '<number:date-style style:name="D"><number:year number:style="long"/><number:text>年</number:text>' +
    '<number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style>' +
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="D"/>'
  const text = `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${day}</office:automatic-styles><office:body><office:spreadsheet>${sheets.join('')}</office:spreadsheet></office:body></office:document>`
  const saved = await saveInLibreOffice(Buffer.from(text), 'xlsx', 'table.fods')
  return [...saved.values()][0]!
}
const spaceOf: Record<string, string> = { number: 'datastyle', fo: 'xsl-fo-compatible' }

describe.skipIf(soffice === undefined)('a form as a street office keeps it, saved by LibreOffice', () => {
  test(
    'titles above, two rows of titles, joined cells, empty rows, dates and full-width digits',
    { timeout: 60_000 },
    async () => {
      const bytes = await savedByLibreOffice(
        sheetOf('十月', [
          [{ text: '河西街道立法意见征集登记表', columns: 7 }],
          ['填表人：小李', undefined, '２０２６年１０月'],
          [],
          [
            { text: '序号', rows: 2 },
            { text: '条款', rows: 2 },
            { text: '提出人', columns: 2 },
            { text: '原 话', rows: 2 },
            { text: '来源渠道', rows: 2 },
            { text: '收集日期', rows: 2 },
          ],
          [undefined, undefined, '类别', '人数'],
          [
            { number: 1 },
            { text: '第四条', rows: 2 },
            '居民',
            '１２人',
            '灯太暗。',
            '座谈会',
            { date: '2026-10-03' },
          ],
          [{ number: 2 }, undefined, '商户', { number: 3 }, '路太窄。', '入户', { date: '2026-10-04' }],
          [],
          [{ number: 3 }, undefined, '居民', undefined, '树太少。', '来信', '10月5日'],
          [{ number: 4 }],
        ]),
      )
      const { headers, rows } = await readSpreadsheet(bytes, '登记表.xlsx')
      expect(headers).toEqual(['序号', '条款', '类别', '人数', '原话', '来源渠道', '收集日期'])
      expect(rows).toEqual([
        {
          row: 6,
          cells: {
            序号: '1',
            条款: '第四条',
            类别: '居民',
            人数: '１２人',
            原话: '灯太暗。',
            来源渠道: '座谈会',
            收集日期: '2026-10-03',
          },
        },
        {
          row: 7,
          cells: {
            序号: '2',
            条款: '第四条',
            类别: '商户',
            人数: '3',
            原话: '路太窄。',
            来源渠道: '入户',
            收集日期: '2026-10-04',
          },
        },
        {
          row: 9,
          cells: { 序号: '3', 类别: '居民', 原话: '树太少。', 来源渠道: '来信', 收集日期: '10月5日' },
        },
      ])
    },
  )

  test('every visible sheet is offered by its name', async () => {
    const bytes = await savedByLibreOffice(
      sheetOf('河西村', [
        ['原话', '来源渠道', '收集日期'],
        ['甲', '来信', '10.3'],
      ]),
      sheetOf('河东村', [
        ['原话', '来源渠道', '收集日期'],
        ['乙', '来信', '10.4'],
      ]),
    )
    const { sheets } = await openTable(bytes, '两村.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual(['河西村', '河东村'])
    const grid = await sheets[1]!.read()
    expect(shapeTable(grid, 0).rows[0]?.cells).toEqual({ 原话: '乙', 来源渠道: '来信', 收集日期: '10.4' })
  })

  test('the same as CSV in GB18030 reads the same', async () => {
    const bytes = await savedByLibreOffice(
      sheetOf('表', [
        ['热线工单明细'],
        ['工单编号', '诉求内容', '来电时间', '所属街道'],
        ['YX01', '㐱家桥要修，𠮷祥里也要修。', '2026-10-03 08:00', '东桥街道'],
      ]),
    )
    // 69 is Windows-936 of LibreOffice, which loses what is not in it; 85 is GB18030.
    const saved = await saveInLibreOffice(bytes, 'csv:Text - txt - csv (StarCalc):44,34,85,1')
    const [csv] = [...saved.values()]
    expect(decodeText(csv!).encoding).toBe('gb18030')
    const { sheets } = await openTable(csv!, '明细.csv')
    const grid = await sheets[0]!.read()
    expect(shapeTable(grid, guessHeaderRow(grid.rows)!).rows).toEqual([
      {
        row: 3,
        cells: {
          工单编号: 'YX01',
          诉求内容: '㐱家桥要修，𠮷祥里也要修。',
          来电时间: '2026-10-03 08:00',
          所属街道: '东桥街道',
        },
      },
    ])
  })
})

describe('the header of a table nobody knows', () => {
  const rowsOf = async (...lines: (string | undefined)[][]) => {
    const xml = `<sheetData>${lines.map((cells, at) => rowXml(at + 1, ...cells)).join('')}</sheetData>`
    const { sheets } = await openTable(await workbookOf({ name: '表', xml }))
    return (await sheets[0]!.read()).rows
  }

  test('is the row of most different short words, not the title above it nor a record', async () => {
    const rows = await rowsOf(
      ['12345 工单明细'],
      ['统计时间', '2026-10'],
      ['工单编号', '诉求内容', '来电时间', '所属街道'],
      ['YX01', '河边路灯坏了好几盏，晚上走路看不见。', '2026-10-03', '东桥街道'],
      ['YX02', '同上。', '2026-10-04', '西渡镇'],
    )
    expect(guessHeaderRow(rows)).toBe(2)
  })

  test('is none in a sheet of one line or of notes', async () => {
    expect(guessHeaderRow(await rowsOf(['说明'], ['一', '二']))).toBeUndefined()
    expect(guessHeaderRow([])).toBeUndefined()
  })
})
