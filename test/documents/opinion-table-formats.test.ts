import { randomBytes } from 'node:crypto'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import {
  columnsOfEdition,
  opinionTableColumns,
  type OpinionTableRow,
} from '#contract/opinion-table-columns.ts'
import { byteChunks } from '../../functions/documents/byte-chunks.ts'
import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'
import { zipStream } from '../../functions/documents/ooxml-stream.ts'
import { opinionTableCsv } from '../../functions/documents/opinion-table-csv.ts'
import { opinionTableDocx } from '../../functions/documents/opinion-table-docx.ts'
import { opinionTableJson } from '../../functions/documents/opinion-table-json.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { hasWriter, saveInLibreOffice } from '../support/libreoffice.ts'
import { collect } from '../support/workbook-builder.ts'

const emptyRow = Object.fromEntries(opinionTableColumns.map(({ key }) => [key, ''])) as OpinionTableRow
const rowWith = (cells: Partial<OpinionTableRow>): OpinionTableRow => ({ ...emptyRow, ...cells })

async function* each(rows: readonly OpinionTableRow[]) {
  yield* rows
}

const rows = [
  rowWith({
    seq: '1',
    provision: '第十二条（征求意见稿）',
    provisionText: '在划定区域内可以垂钓。\n其他区域禁止垂钓。',
    verbatim: '=SUM(A1)\n"引号"，𠮷㐱〇 <b>&',
    proposedText: '-改成“夜间”',
    opinionReason: '\t老人方便',
    proponent: '河西村村民 12 人',
    outcome: '部分采纳',
    resultingProvision: '第十三条',
    resultingQuote: '划定的区域和时段',
    reason: '已分区、分时段规定。',
    responsible: '王明',
    opinionId: '-Ab_cdefghijklmnopqrst',
    rev: '2',
  }),
  rowWith({
    seq: '2',
    provision: '第十二条（征求意见稿）',
    verbatim: '同意',
    opinionId: 'z'.repeat(22),
    rev: '0',
  }),
  rowWith({
    seq: '3',
    provision: '全文（征求意见稿）',
    verbatim: '写得好懂',
    opinionId: 'y'.repeat(22),
    rev: '0',
  }),
]
const head = { consultationId: 'c-waterfront', title: '云溪市滨水公共空间条例', subtitle: '征求意见稿' }

const wordsOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map((found) => found[1])
const documentOf = async (bytes: Uint8Array) =>
  (await openGuardedZip(bytes, 'word/document.xml')).text('word/document.xml')

describe('the consolidated table as CSV', () => {
  test('an independent reader finds every cell, formulas disarmed by one apostrophe', async () => {
    const text = (await collect(opinionTableCsv(each(rows)))).toString('utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [titles, ...records] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data
    expect(titles).toEqual(opinionTableColumns.map(({ title }) => title))
    const place = opinionTableColumns.findIndex(({ key }) => key === 'verbatim')
    expect(records.map((record) => record[place])).toEqual([`'${rows[0]?.verbatim}`, '同意', '写得好懂'])
    expect(records.map((record) => record.length)).toEqual(rows.map(() => opinionTableColumns.length))
  })

  test('what goes out comes back the same', async () => {
    const bytes = await collect(opinionTableCsv(each(rows)))
    const sheet = await readSpreadsheet(bytes, '意见汇总表.csv')
    expect(sheet.rows.map(({ cells }) => cells['原话'])).toEqual(rows.map(({ verbatim }) => verbatim))
    expect(sheet.rows.map(({ cells }) => cells['编号'])).toEqual(rows.map(({ opinionId }) => opinionId))
  })
})

test('the consolidated table as JSON names its columns and holds every row as it is', async () => {
  const table = JSON.parse((await collect(opinionTableJson(each(rows), head))).toString()) as {
    columns: { key: string }[]
    rows: unknown[]
  }
  expect(table.columns.map(({ key }) => key)).toEqual(opinionTableColumns.map(({ key }) => key))
  expect(table.rows).toEqual(rows)
  expect(JSON.parse((await collect(opinionTableJson(each([]), head))).toString())).toMatchObject({ rows: [] })
})

test('a row as JSON is written as JSON.stringify writes its columns, whatever stands in the row above', async () => {
  const controls = Array.from({ length: 0x21 }, (_, code) => String.fromCharCode(code)).join('')
  const { check: _, ...unchecked } = rowWith({ verbatim: `${controls}\u2028\x7f` })
  const strange = [
    rowWith({ verbatim: '“引号”"\\', reason: '同上' }),
    { ...rowWith({ verbatim: '𠮷', reason: '同上' }), secret: '不是一列' },
    rowWith({ verbatim: '半个字：\ud842', reason: '' }),
    unchecked as OpinionTableRow,
    rowWith({ verbatim: '𠮷', reason: '同上', check: 'zq3k' }),
  ]
  for (const edition of ['internal', 'public'] as const) {
    const keys = columnsOfEdition[edition].map(({ key }) => key)
    const bytes = await collect(opinionTableJson(each(strange), { ...head, edition }))
    const lines = bytes.toString().split('\n').slice(1, -2)
    expect(lines.map((line) => line.replace(/,$/, ''))).toEqual(
      strange.map((row) => JSON.stringify(row, keys)),
    )
  }
})

describe('the consolidated table as .docx', () => {
  test("each provision's words stand once above its opinions, nothing said is missing", async () => {
    const words = wordsOf(await documentOf(await collect(opinionTableDocx(each(rows), head))))
    expect(words.filter((text) => text === '第十二条（征求意见稿）')).toHaveLength(1)
    expect(words.filter((text) => text === '全文（征求意见稿）')).toHaveLength(1)
    expect(words).toContain('在划定区域内可以垂钓。')
    for (const text of ['=SUM(A1)', '"引号"，𠮷㐱〇 &lt;b&gt;&amp;', '同意', '写得好懂', '部分采纳', '王明'])
      expect(words.map((word) => word?.replaceAll('&quot;', '"'))).toContain(text)
    expect(words.indexOf('第十二条（征求意见稿）')).toBeLessThan(words.indexOf('同意'))
    expect(words.indexOf('同意')).toBeLessThan(words.indexOf('全文（征求意见稿）'))
  })

  test('a table without opinions says so', async () => {
    expect(wordsOf(await documentOf(await collect(opinionTableDocx(each([]), head))))).toContain(
      '还没有意见。',
    )
  })

  test.runIf(hasWriter)('LibreOffice opens it and keeps every word', async () => {
    const bytes = await collect(opinionTableDocx(each(rows), head))
    const [text] = (await saveInLibreOffice(bytes, 'txt:Text (encoded):UTF8', 'table.docx')).values()
    const read = Buffer.from(text ?? []).toString('utf8')
    for (const { verbatim, provision } of rows)
      for (const line of [...verbatim.split('\n'), provision]) expect(read).toContain(line)
    expect(read).toContain('划定的区域和时段')
  })
})

describe('streaming', () => {
  test('a part that cannot be compressed passes through whole', async () => {
    const noise = Array.from({ length: 40 }, () => randomBytes(60_000).toString('base64'))
    const bytes = await collect(zipStream([{ name: 'word/document.xml', chunks: noise }]))
    expect(await documentOf(bytes)).toBe(noise.join(''))
  })

  test('pieces of any length come out as their bytes, in order', async () => {
    const pieces = ['', '一', '𠮷'.repeat(5000), 'x'.repeat(700_000), '', '〇末']
    const chunks: Buffer[] = []
    for await (const chunk of byteChunks(pieces)) chunks.push(Buffer.from(chunk))
    expect(Buffer.concat(chunks).toString()).toBe(pieces.join(''))
    expect(chunks.length).toBeGreaterThan(1)
  })
})
