import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { zipOf } from '../support/workbook-builder.ts'

const refusal = async (bytes: Uint8Array) =>
  readSpreadsheet(bytes, 'table.xlsx').then(
    () => 'read',
    (problem) => ({ code: problem.code, ...problem.facts }),
  )

/** A ZIP with one entry whose headers say whatever the test wants. */
function craftedZip(entry: {
  name: string
  packed: Buffer
  declared: number
  flags?: number
  method?: number
}) {
  const name = Buffer.from(entry.name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(entry.flags ?? 0, 6)
  local.writeUInt16LE(entry.method ?? 8, 8)
  local.writeUInt32LE(entry.packed.byteLength, 18)
  local.writeUInt32LE(entry.declared, 22)
  local.writeUInt16LE(name.byteLength, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(entry.flags ?? 0, 8)
  central.writeUInt16LE(entry.method ?? 8, 10)
  central.writeUInt32LE(entry.packed.byteLength, 20)
  central.writeUInt32LE(entry.declared, 24)
  central.writeUInt16LE(name.byteLength, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.byteLength + name.byteLength, 12)
  end.writeUInt32LE(local.byteLength + name.byteLength + entry.packed.byteLength, 16)
  return Buffer.concat([local, name, entry.packed, central, name, end])
}

describe('a file that only calls itself .xlsx', () => {
  it.each([
    ['a renamed program', Buffer.from('MZ\x90\x00\x03'), { code: 'not-an-xlsx', looksLike: 'program' }],
    ['a PDF', Buffer.from('%PDF-1.7'), { code: 'not-an-xlsx', looksLike: 'pdf' }],
    ['a web page', Buffer.from('  <html><table>'), { code: 'not-an-xlsx', looksLike: 'html' }],
    ['plain text', Buffer.from('原话,来源渠道'), { code: 'not-an-xlsx', looksLike: 'unknown' }],
    ['nothing', Buffer.alloc(0), { code: 'not-an-xlsx', looksLike: 'empty' }],
    [
      'an old .xls, or an .xlsx with a password',
      Buffer.from('d0cf11e0a1b11ae1ffff', 'hex'),
      { code: 'legacy-xls', orPasswordProtected: true },
    ],
    [
      'the first half of a ZIP',
      Buffer.from('PK\x03\x04half'),
      { code: 'unsafe-archive', reason: 'broken-archive' },
    ],
  ])('%s is refused by what it is', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toEqual(expected)
  })

  it('a Word file, an OpenDocument file and any other ZIP are told apart', async () => {
    const kinds = []
    for (const name of ['word/document.xml', 'content.xml', 'readme.txt'])
      kinds.push(await refusal(await zipOf({ [name]: '<a/>' })))
    expect(kinds).toEqual(['docx', 'ods', 'zip'].map((looksLike) => ({ code: 'not-an-xlsx', looksLike })))
  })
})

describe('an archive that means harm', () => {
  it('a sheet that inflates to 300 MB is refused from its directory alone', async () => {
    const bytes = craftedZip({
      name: 'xl/workbook.xml',
      packed: deflateRawSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 1 }),
      declared: 300 * 1024 * 1024,
    })
    const before = process.threadCpuUsage()
    expect(await refusal(bytes)).toMatchObject({ code: 'unsafe-archive', reason: 'inflates-too-far' })
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(100)
  })

  it('a small file that inflates more than 200 times is refused below the absolute limit too', async () => {
    const inflated = 60 * 1024 * 1024
    expect(inflated).toBeLessThan(limits.maxInflatedBytes)
    const packed = deflateRawSync(Buffer.alloc(inflated, ' '))
    expect(await refusal(craftedZip({ name: 'xl/workbook.xml', packed, declared: inflated }))).toMatchObject({
      reason: 'inflates-too-far',
    })
  })

  it('a header that lies about the size is caught while streaming', async () => {
    const packed = deflateRawSync(Buffer.alloc(50 * 1024 * 1024, ' '))
    const bytes = craftedZip({ name: 'xl/workbook.xml', packed, declared: 1000 })
    expect(await refusal(bytes)).toEqual({ code: 'unsafe-archive', reason: 'broken-entry' })
  })

  it.each([
    ['an encrypted entry', { name: 'xl/workbook.xml', flags: 1 }, 'encrypted'],
    ['an unknown compression', { name: 'xl/workbook.xml', method: 14 }, 'unknown-compression'],
    ['a name that climbs out', { name: '../../etc/passwd' }, 'broken-archive'],
    ['an absolute name', { name: '/etc/passwd' }, 'broken-archive'],
  ])('%s is refused', async (_, entry, reason) => {
    const bytes = craftedZip({ packed: deflateRawSync('<a/>'), declared: 4, ...entry })
    expect(await refusal(bytes)).toEqual({ code: 'unsafe-archive', reason })
  })

  it('more entries than any workbook has, and one name twice, are refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.maxArchiveEntries + 1 }, (_, at) => [`x${at}`, '']),
    )
    expect(await refusal(await zipOf(many))).toMatchObject({ reason: 'too-many-entries' })
    const twin = await zipOf({ 'xl/workbook.xml': '<a/>', 'xl/workbook.xmm': '<b/>' })
    const text = twin.toString('latin1').replaceAll('workbook.xmm', 'workbook.xml')
    expect(await refusal(Buffer.from(text, 'latin1'))).toMatchObject({ reason: 'name-twice' })
  })

  it('declared entities (billion laughs) are refused with the document type', async () => {
    const workbook = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    expect(await refusal(await zipOf({ 'xl/workbook.xml': workbook }))).toEqual({
      code: 'unsafe-archive',
      reason: 'doctype',
    })
  })

  it('a file over the upload limit is refused before anything else', async () => {
    expect(await refusal(Buffer.alloc(limits.maxSheetBytes + 1))).toMatchObject({ code: 'too-large' })
  })
})

it('an honest archive gives its entries back', async () => {
  const zip = await openGuardedZip(await zipOf({ 'xl/workbook.xml': '<a>𠮷</a>' }), 'xl/workbook.xml')
  expect([zip.has('xl/workbook.xml'), zip.has('xl/other.xml')]).toEqual([true, false])
  expect(await zip.text('xl/workbook.xml')).toBe('<a>𠮷</a>')
})
