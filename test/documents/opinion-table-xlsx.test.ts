import * as fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { opinionTableColumns, type OpinionTableRow } from '#contract/opinion-table-columns.ts'
import { outcomeNames } from '#core/names.ts'
import { normaliseHeader } from '../../functions/documents/header.ts'
import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'
import { opinionTableXlsx } from '../../functions/documents/opinion-table-xlsx.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { csvOfEverySheet, saveInLibreOffice, soffice } from '../support/libreoffice.ts'
import { collect } from '../support/workbook-builder.ts'

const meta = {
  consultationId: 'c-waterfront',
  title: '云溪市滨水公共空间条例 & 附件',
  subtitle: '征求意见稿',
  provisionChoices: ['第一条', '第二条', '第二条之一'],
}

const emptyRow = Object.fromEntries(opinionTableColumns.map(({ key }) => [key, ''])) as OpinionTableRow
const rowWith = (cells: Partial<OpinionTableRow>): OpinionTableRow => ({ ...emptyRow, ...cells })

async function* each(rows: readonly OpinionTableRow[]) {
  yield* rows
}

const written = (rows: readonly OpinionTableRow[]) => collect(opinionTableXlsx(each(rows), meta))
const sheetXml = async (bytes: Uint8Array, sheet = 1) =>
  (await openGuardedZip(bytes, 'xl/workbook.xml')).text(`xl/worksheets/sheet${sheet}.xml`)

const story = [
  rowWith({
    seq: '1',
    provision: '第十二条（征求意见稿）',
    verbatim: '=HYPERLINK("http://x","点我")\n第二行 "引号" <b>&',
    proposedText: '＝全角开头',
    opinionReason: "'=本来就有撇号",
    proponent: '河西村村民 12 人',
    outcome: '部分采纳',
    reason: '-减号开头，𠮷㐱〇',
    opinionId: '-Ab_cdefghijklmnopqrst',
    sameCount: '3',
    rev: '2',
  }),
  rowWith({
    seq: '2',
    verbatim: '@所有人 \t缩进',
    opinionId: 'zzzzzzzzzzzzzzzzzzzzzz',
    rev: '0',
    note: '_x0041_',
  }),
]

/** Rows by normalised title without empty cells: what the reader must answer. */
const expected = (rows: readonly OpinionTableRow[]) =>
  rows.map((row, at) => ({
    row: at + 2,
    cells: Object.fromEntries(
      opinionTableColumns.flatMap(({ key, title }) =>
        row[key].trim() === '' ? [] : [[normaliseHeader(title), row[key]]],
      ),
    ),
  }))

describe('a table that went out', () => {
  it('comes back text for text, with its consultation', async () => {
    const sheet = await readSpreadsheet(await written(story), '意见汇总表.xlsx')
    expect(sheet.rows).toEqual(expected(story))
    expect(sheet.properties).toEqual({ kind: 'opinion-table', consultationId: 'c-waterfront' })
    expect(sheet.headers).toEqual(opinionTableColumns.map(({ title }) => normaliseHeader(title)))
  })

  it('any text people write survives: rare Han, line ends, quotes, controls, formula lead-ins', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('𠮷', '\n', '=', '-', '＠', '\t', '_x000D_', '&lt;', ']]>', '<!--', '\u0001', 'é'),
    )
    const any = fc
      .array(piece)
      .map((parts) => parts.join('').replaceAll('\r', ''))
      .filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = texts.map((verbatim) => rowWith({ verbatim, reason: verbatim }))
        expect((await readSpreadsheet(await written(rows))).rows).toEqual(expected(rows))
      }),
      { numRuns: 60 },
    )
  })

  it('an empty table still has its header, drop-downs and properties', async () => {
    const sheet = await readSpreadsheet(await written([]))
    expect(sheet.rows).toEqual([])
    expect(sheet.properties['consultationId']).toBe('c-waterfront')
  })

  it('the same rows always make the same bytes', async () => {
    expect((await written(story)).equals(await written(story))).toBe(true)
  })
})

describe('what legislators see', () => {
  it('the header is frozen, filtered, repeated in print; outcomes and provisions are lists', async () => {
    const bytes = await written(story)
    const xml = await sheetXml(bytes)
    expect(xml).toContain('<pane xSplit="2" ySplit="1"')
    expect(xml).toContain('<autoFilter ref="A1:V3"/>')
    expect(xml).toContain(`<formula1>&quot;${Object.values(outcomeNames).join(',')}&quot;</formula1>`)
    expect(xml).toContain("<formula1>'条款'!$A$2:$A$4</formula1>")
    expect(xml).toContain('orientation="landscape"')
    const zip = await openGuardedZip(bytes, 'xl/workbook.xml')
    expect(await zip.text('xl/workbook.xml')).toContain("'意见汇总表'!$A:$B,'意见汇总表'!$1:$1")
  })

  it('the list of outcomes fits the 255 characters Excel allows', () => {
    expect(Object.values(outcomeNames).join(',').length).toBeLessThanOrEqual(255)
  })

  it('no cell is a formula, and a formula lead-in carries the style that keeps it text', async () => {
    const bytes = await written(story)
    const xml = await sheetXml(bytes)
    expect(xml).not.toContain('<f>')
    const styles = await (await openGuardedZip(bytes, 'xl/workbook.xml')).text('xl/styles.xml')
    const looks = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
    const styleOf = (cell: string) => looks[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(xml)?.[1])]
    for (const cell of ['G2', 'E2', 'Q2', 'T2', 'G3']) expect(styleOf(cell)).toContain('quotePrefix="1"')
    for (const cell of ['F2', 'H2', 'T3']) expect(styleOf(cell)).not.toContain('quotePrefix')
  })

  it('a text longer than a cell is cut with a mark, never inside a character', async () => {
    const { rows } = await readSpreadsheet(await written([rowWith({ verbatim: '𠮷'.repeat(20_000) })]))
    const cell = rows[0]?.cells['原话'] ?? ''
    expect(cell.length).toBeLessThanOrEqual(32_767)
    expect(cell).toMatch(/^𠮷+…（原文过长，此处截断，全文见系统）$/u)
  })

  it('half a character becomes the replacement sign, and the file stays readable', async () => {
    const { rows } = await readSpreadsheet(await written([rowWith({ verbatim: '甲\uD842乙\uDFB7' })]))
    expect(rows[0]?.cells['原话']).toBe('甲\uFFFD乙\uFFFD')
  })
})

it('rows are asked for as they are written: memory does not grow with the table', async () => {
  let asked = 0
  async function* endless() {
    for (; asked < 20_000; asked += 1)
      yield rowWith({ seq: String(asked), verbatim: '不要一刀切。'.repeat(20) })
  }
  let halfway = 0
  let bytes = 0
  for await (const chunk of opinionTableXlsx(endless(), meta)) {
    bytes += chunk.byteLength
    if (halfway === 0 && bytes > 30_000) halfway = asked
  }
  expect(asked).toBe(20_000)
  expect(halfway).toBeGreaterThan(0)
  expect(halfway).toBeLessThan(10_000)
})

it('a source that fails fails the download instead of ending it early', async () => {
  async function* failing() {
    yield rowWith({ seq: '1' })
    throw new Error('the log is gone')
  }
  await expect(collect(opinionTableXlsx(failing(), meta))).rejects.toThrow('the log is gone')
})

it('an independent reader finds the same sheets and texts', async () => {
  const sheets = await readXlsxFile(await written(story), { trim: false })
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['意见汇总表', '条款', 'kaimen'])
  const [header, ...rows] = sheets[0]?.data ?? []
  const place = opinionTableColumns.findIndex(({ key }) => key === 'verbatim')
  expect(header?.[place]).toBe('原话')
  expect(rows.map((row) => row[place])).toEqual(story.map(({ verbatim }) => verbatim))
  expect(rows.map((row) => row[0])).toEqual([1, 2])
})

describe.skipIf(soffice === undefined)('LibreOffice (skipped where it is not installed)', () => {
  it('opens the table, shows every text, and what it saves is read back with its properties', async () => {
    const bytes = await written(story)
    const saved = [...(await saveInLibreOffice(bytes, 'xlsx')).values()][0]
    const sheet = await readSpreadsheet(saved ?? new Uint8Array(), 'table.xlsx')
    expect(sheet.rows).toEqual(expected(story))
    expect(sheet.properties).toEqual({ kind: 'opinion-table', consultationId: 'c-waterfront' })

    const csv = [...(await saveInLibreOffice(bytes, csvOfEverySheet))].find(([name]) =>
      name.includes('汇总'),
    )?.[1]
    const read = await readSpreadsheet(csv ?? new Uint8Array(), 'table.csv')
    expect(read.rows.map(({ cells }) => cells['原话'])).toEqual(story.map(({ verbatim }) => verbatim))
  })
})
