import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrderMark, csvRecord, guardFormula, unguardFormula } from '#core/text/csv-record.ts'
import { readCsv } from '../../functions/documents/csv.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'

/** Text as people write it, with everything that has broken a CSV before. */
const text = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('𠮷', '㐱', '〇', '\n', '"', ',', "'", '=', '＝', '+', '-', '@', '\t', '；', '意见'),
    ),
  )
  .map((parts) => parts.join('').replaceAll('\r', ''))

describe('the formula guard', () => {
  it.each(['=1+1', '+86', '-不同意', '@张三', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1', "'=1", "''=1"])(
    '%j does not begin a formula in any export',
    (dangerous) => {
      expect(guardFormula(dangerous)).toBe(`'${dangerous}`)
      expect(unguardFormula(guardFormula(dangerous))).toBe(dangerous)
    },
  )

  it('every text comes back exactly, and what needs no guard gets none', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(unguardFormula(guardFormula(any))).toBe(any)
        expect(guardFormula(any)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
      }),
    )
    expect(["'引号'", '不要 = 号', ''].map(guardFormula)).toEqual(["'引号'", '不要 = 号', ''])
  })
})

it('records written are read back exactly, cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (records) => {
      // A header of plain titles stands first, as in every file we write.
      const written = byteOrderMark + [['原话', '来源渠道'], ...records].map(csvRecord).join('')
      expect(readCsv(written).slice(1, records.length + 1)).toEqual(records)
    }),
  )
})

it('tabs and quotes in what people wrote do not change what parts the cells', () => {
  const records = [
    ['', '\t\t'],
    ['', '\t"'],
  ]
  const written = [['原话', '来源渠道'], ...records].map(csvRecord).join('')
  expect(readCsv(written).slice(1, 3)).toEqual(records)
})

it('a quote that is never closed refuses the file instead of swallowing the rest of it', () => {
  expect(() => readCsv('原话,来源渠道\r\n"甲,来信\r\n乙,来信\r\n')).toThrow(
    expect.objectContaining({ code: 'unreadable-text' }),
  )
})

describe('a CSV as offices save it', () => {
  const table = '原话,来源渠道,条款\r\n"灯太暗，\n""看不清""",座谈会,第三条\r\n\r\n路太窄,来信,\r\n'
  const expected = [
    { row: 2, cells: { 原话: '灯太暗，\n"看不清"', 来源渠道: '座谈会', 条款: '第三条' } },
    { row: 4, cells: { 原话: '路太窄', 来源渠道: '来信' } },
  ]
  // 原话,来源渠道\r\n灯太暗,座谈会\r\n as GB18030.
  const gb18030 = Buffer.from('d4adbbb02cc0b4d4b4c7feb5c00d0ab5c6ccabb0b52cd7f9ccb8bbe10d0a', 'hex')

  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a byte order mark', Buffer.from(byteOrderMark + table)],
    ['UTF-16 with a byte order mark', Buffer.from(byteOrderMark + table, 'utf16le')],
    ['UTF-8 with tabs', Buffer.from(table.replace(/,(?=来|座|条|第|\r)/g, '\t'))],
    ['UTF-8 with semicolons', Buffer.from(table.replace(/,(?=来|座|条|第|\r)/g, ';'))],
  ])('%s, quotes and line breaks inside: rows and numbers as Excel shows them', async (_, bytes) => {
    const sheet = await readSpreadsheet(bytes, '意见.csv')
    expect(sheet).toEqual({ headers: ['原话', '来源渠道', '条款'], rows: expected, properties: {} })
  })

  it('GB18030 is read', async () => {
    const { rows } = await readSpreadsheet(gb18030, '意见.csv')
    expect(rows).toEqual([{ row: 2, cells: { 原话: '灯太暗', 来源渠道: '座谈会' } }])
  })

  it('a picture renamed .csv is refused', async () => {
    await expect(readSpreadsheet(Buffer.from('89504e470d0a1a0a', 'hex'), '意见.csv')).rejects.toMatchObject({
      code: 'not-an-xlsx',
      facts: { looksLike: 'image' },
    })
  })

  it('bytes that are no text are refused', async () => {
    await expect(readSpreadsheet(Buffer.from('00ff00ff01', 'hex'), '意见.csv')).rejects.toMatchObject({
      code: 'unreadable-text',
    })
  })
})
