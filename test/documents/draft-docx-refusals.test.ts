import { describe, expect, it } from 'vitest'
import { readDraftDocx } from '../../functions/documents/draft-docx.ts'
import { docxOf, inList, list, listLevel, paragraph } from '../support/docx-builder.ts'
import { zipOf } from '../support/workbook-builder.ts'

const oleOf = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])

describe('a file that is no readable .docx is refused by name', () => {
  it('an old .doc, and a document with a password', async () => {
    await expect(readDraftDocx(oleOf('WordDocument'))).rejects.toMatchObject({ code: 'legacy-doc' })
    await expect(readDraftDocx(oleOf('EncryptedPackage'))).rejects.toMatchObject({
      code: 'password-protected',
    })
  })

  it('a workbook, an archive without a document, a picture, nothing', async () => {
    const refusals = [
      [await zipOf({ 'xl/workbook.xml': '<a/>' }), 'xlsx'],
      [await zipOf({ 'readme.txt': 'x' }), 'zip'],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'image'],
      [Buffer.alloc(0), 'empty'],
    ] as const
    for (const [bytes, looksLike] of refusals)
      await expect(readDraftDocx(bytes)).rejects.toMatchObject({ code: 'not-a-docx', facts: { looksLike } })
  })

  it('a document cut off anywhere is refused, never read in part', async () => {
    const whole = await docxOf({ body: paragraph('甲'.repeat(500)) })
    for (const share of [0.3, 0.6, 0.9, 0.99])
      await expect(readDraftDocx(whole.subarray(0, whole.length * share))).rejects.toMatchObject({
        code: 'broken-docx',
      })
  })

  it('flipped bytes inside the words are found out by their checksum or read as broken', async () => {
    const whole = await docxOf({ body: paragraph('甲乙丙丁'.repeat(500)) })
    const at = whole.indexOf('word/document.xml') + 60
    const broken = Buffer.from(whole)
    for (let place = at; place < at + 20; place += 1) broken[place] = (broken[place] ?? 0) ^ 0x5a
    await expect(readDraftDocx(broken)).rejects.toMatchObject({ code: 'broken-docx' })
  })

  it('XML that is cut short, declares entities or nests without end', async () => {
    const document = (xml: string) => zipOf({ 'word/document.xml': xml })
    await expect(readDraftDocx(await document('<w:document><w:body><w:p'))).rejects.toMatchObject({
      code: 'broken-docx',
    })
    await expect(readDraftDocx(await document('<w:document><w:body><w:p>'))).rejects.toMatchObject({
      code: 'broken-docx',
    })
    await expect(
      readDraftDocx(await document('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    ).rejects.toMatchObject({ code: 'unsafe-archive', facts: { reason: 'doctype' } })
    await expect(readDraftDocx(await docxOf({ body: '<w:tbl>'.repeat(1000) }))).rejects.toMatchObject({
      code: 'unsafe-archive',
      facts: { reason: 'too-deep' },
    })
  })

  it('a hundred megabytes, as a file or as words', async () => {
    await expect(readDraftDocx(Buffer.alloc(100 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' })
    const words = Array.from({ length: 500 }, (_, at) =>
      paragraph(`${at}事务${at * 7}办理`.repeat(1000)),
    ).join('')
    await expect(readDraftDocx(await docxOf({ body: words }))).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('size', () => {
  const numbering = list(1, listLevel(0, 'chineseCounting', '第%1条'))
  const timeOf = async (paragraphs: number) => {
    const body = paragraph('事务由主管部门依照规定办理。', inList(1)).repeat(paragraphs)
    const bytes = await docxOf({ body, numbering })
    const started = process.cpuUsage()
    const { text } = await readDraftDocx(bytes)
    const { user, system } = process.cpuUsage(started)
    expect(text.split('\n')).toHaveLength(paragraphs)
    return (user + system) / 1000
  }

  it('ten thousand numbered paragraphs are read in time in proportion', async () => {
    await timeOf(1000)
    const some = await timeOf(2500)
    expect(await timeOf(10_000)).toBeLessThan(Math.max(1500, some * 12))
  })
})
