import { describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { rowXml, workbookOf, zipOf } from '../support/workbook-builder.ts'

const header = rowXml(1, '条款', '原话', '来源渠道', '收集日期', '人数')
const sheetOf = async (rows: string, after = '') =>
  readSpreadsheet(await workbookOf({ name: '表', xml: `<sheetData>${header}${rows}</sheetData>${after}` }))

describe('finding the table', () => {
  it('title rows and notes above the header are passed over, and row numbers stay as Excel shows them', async () => {
    const xml = `<sheetData>${rowXml(1, '河西村意见汇总')}${rowXml(2, '填表说明：原话照录')}${rowXml(
      4,
      '序号',
      '条款（如有）',
      ' 原 话 *',
      '来源渠道：',
    )}${rowXml(5, '1', '第一条', '灯太暗', '座谈会')}${rowXml(9, '2', undefined, '路太窄', '入户走访')}</sheetData>`
    const sheet = await readSpreadsheet(await workbookOf({ name: '表', xml }))
    expect(sheet.headers).toEqual(['序号', '条款', '原话', '来源渠道'])
    expect(sheet.rows).toEqual([
      { row: 5, cells: { 序号: '1', 条款: '第一条', 原话: '灯太暗', 来源渠道: '座谈会' } },
      { row: 9, cells: { 序号: '2', 原话: '路太窄', 来源渠道: '入户走访' } },
    ])
  })

  it('hidden sheets and sheets without a header are passed over; the property sheet is read', async () => {
    const bytes = await workbookOf(
      { name: '说明', xml: `<sheetData>${rowXml(1, '怎样填')}</sheetData>` },
      {
        name: '旧',
        state: 'veryHidden',
        xml: `<sheetData>${header}${rowXml(2, '', '旧的', '来信')}</sheetData>`,
      },
      { name: '表', xml: `<sheetData>${header}${rowXml(2, '', '新的', '来信')}</sheetData>` },
      { name: 'kaimen', state: 'veryHidden', xml: `<sheetData>${rowXml(1, 'kind', 'batch')}</sheetData>` },
    )
    const sheet = await readSpreadsheet(bytes)
    expect(sheet.rows.map(({ cells }) => cells['原话'])).toEqual(['新的'])
    expect(sheet.properties).toEqual({ kind: 'batch' })
  })

  it('a workbook in which nothing looks like a header is refused', async () => {
    const bytes = await workbookOf({ name: '表', xml: `<sheetData>${rowXml(1, '张三', '李四')}</sheetData>` })
    await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ code: 'wrong-columns' })
  })

  it('of two columns with one title the first that says something counts', async () => {
    const xml = `<sheetData>${rowXml(1, '原话', '原话', '来源渠道')}${rowXml(2, undefined, '乙', '来信')}${rowXml(3, '甲', '乙', '来信')}</sheetData>`
    const sheet = await readSpreadsheet(await workbookOf({ name: '表', xml }))
    expect(sheet.rows.map(({ cells }) => cells['原话'])).toEqual(['乙', '甲'])
  })
})

describe('joined cells', () => {
  it('a 条款 joined over several rows belongs to each of them', async () => {
    const rows =
      rowXml(2, '第三条', '甲', '来信') +
      rowXml(3, undefined, '乙', '来信') +
      rowXml(4, undefined, '丙', '来信')
    const { rows: read } = await sheetOf(rows, '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    expect(read.map(({ cells }) => cells['条款'])).toEqual(['第三条', '第三条', undefined])
  })

  it('a record drawn over two rows remains one record', async () => {
    const rows = rowXml(2, '第三条', '甲', '来信') + rowXml(4, '第四条', '乙', '来信')
    const merged = ['A', 'B', 'C'].map((column) => `<mergeCell ref="${column}2:${column}3"/>`).join('')
    const { rows: read } = await sheetOf(rows, `<mergeCells>${merged}</mergeCells>`)
    expect(read.map(({ row }) => row)).toEqual([2, 4])
  })

  it('ranges that overlap or cover the whole grid cost nothing and break nothing', async () => {
    const ranges = '<mergeCell ref="A2:XFD1048576"/>'.repeat(50_000)
    const { rows } = await sheetOf(
      rowXml(2, '第三条', '甲', '来信') + rowXml(3, undefined, '乙', '来信'),
      `<mergeCells>${ranges}</mergeCells>`,
    )
    expect(rows.map(({ cells }) => cells['条款'])).toEqual(['第三条', '第三条'])
  })
})

describe('what stands in a cell', () => {
  const cell = async (xml: string) => {
    const { rows } = await sheetOf(`<row r="2">${xml}<c r="C2" t="inlineStr"><is><t>来信</t></is></c></row>`)
    return rows[0]?.cells['原话']
  }

  it.each([
    ['12', '12'],
    ['12.0', '12'],
    ['1E+18', '1000000000000000000'],
    ['13800138000', '13800138000'],
    ['0.30000000000000004', '0.3'],
    ['1.5E-7', '0.00000015'],
    ['-3.25', '-3.25'],
  ])('the number %s is read as %s', async (stored, shown) => {
    expect(await cell(`<c r="B2"><v>${stored}</v></c>`)).toBe(shown)
  })

  it.each([
    [
      'rich text',
      '<c r="B2" t="inlineStr"><is><r><rPr><b/></rPr><t>不要</t></r><r><t xml:space="preserve"> 一刀切</t></r></is></c>',
      '不要 一刀切',
    ],
    [
      'text without its phonetic reading',
      '<c r="B2" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
      '東京',
    ],
    [
      'entities and line ends',
      '<c r="B2" t="inlineStr"><is><t>甲&amp;乙 &lt;丙&gt; &#x20BB7;&#13;&#10;丁_x000D_\n戊</t></is></c>',
      '甲&乙 <丙> 𠮷\n丁\n戊',
    ],
    ['CDATA', '<c r="B2" t="inlineStr"><is><t><![CDATA[a < b && c]]></t></is></c>', 'a < b && c'],
    ['an escaped underscore', '<c r="B2" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>', '_x0041_'],
    ['a formula by its last result', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>算出来的</v></c>', '算出来的'],
    ['a yes', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['an error by its name', '<c r="B2" t="e"><v>#NAME?</v></c>', '#NAME?'],
    ['an ISO date', '<c r="B2" t="d"><v>2026-11-03T00:00:00Z</v></c>', '2026-11-03'],
    ['a prefixed element', '<x:c r="B2" t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c>', '前缀'],
    ['a formula without a result, as nothing', '<c r="B2" t="str"><f>NOW()</f></c>', undefined],
    ['a string that does not exist, as nothing', '<c r="B2" t="s"><v>99</v></c>', undefined],
  ])('%s is understood', async (_, xml, expected) => {
    expect(await cell(xml)).toBe(expected)
  })

  it('shared strings and dates in Chinese, 1904 and custom formats are understood', async () => {
    const parts = {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml':
        '<sst><si><t>原话</t></si><si><t>来源渠道</t></si><si><r><t>灯</t></r><r><t>太暗</t></r></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.00_ "/></numFmts>' +
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="177"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>收集日期</t></is></c><c t="inlineStr"><is><t>备注</t></is></c><c t="inlineStr"><is><t>人数</t></is></c></row>' +
        '<row><c t="s"><v>2</v></c><c t="s"><v>1</v></c><c s="1"><v>44867</v></c><c s="2"><v>44867.75</v></c><c s="3"><v>12</v></c></row></sheetData></worksheet>',
    }
    const { rows } = await readSpreadsheet(await zipOf(parts))
    expect(rows).toEqual([
      {
        row: 2,
        cells: {
          原话: '灯太暗',
          来源渠道: '来源渠道',
          收集日期: '2026-11-03',
          备注: '2026-11-03',
          人数: '12',
        },
      },
    ])
  })
})

describe('sheets that are too large', () => {
  it('one more row than allowed is refused, exactly as many are read', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => rowXml(at + 2, undefined, '甲', '来信')).join('')
    expect((await sheetOf(rows(limits.maxSheetRows))).rows).toHaveLength(limits.maxSheetRows)
    await expect(sheetOf(rows(limits.maxSheetRows + 1))).rejects.toMatchObject({ code: 'too-large' })
  })

  it('one cell in the last corner of the grid costs nothing', async () => {
    const before = process.cpuUsage()
    const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    expect((await sheetOf(rowXml(2, undefined, '甲', '来信') + corner)).rows).toHaveLength(1)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
  })

  it('rows that only carry a printed number are no rows', async () => {
    const xml = `<sheetData>${rowXml(1, '序号', '原话', '来源渠道')}${rowXml(2, '1', '甲', '来信')}${rowXml(3, '2')}</sheetData>`
    expect((await readSpreadsheet(await workbookOf({ name: '表', xml }))).rows).toHaveLength(1)
  })
})
