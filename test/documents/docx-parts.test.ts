import { describe, expect, it } from 'vitest'
import { readDraftDocx } from '../../functions/documents/draft-docx.ts'
import { docxOf, inList, list, listLevel, paragraph } from '../support/docx-builder.ts'
import { zipOf } from '../support/workbook-builder.ts'
import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...held: [type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${held
    .map(([type, target], at) => `<Relationship Id="r${at}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The same document with its parts under other names. */
async function renamed(names: Record<string, string>, others: Record<string, string>): Promise<Buffer> {
  const numbering = list(1, listLevel(0, 'chineseCounting', '第%1条'))
  const zip = await openGuardedZip(await docxOf({ body: paragraph('总体要求。', inList(1)), numbering }))
  const parts: Record<string, string> = { '[Content_Types].xml': '<Types/>', ...others }
  for (const [from, to] of Object.entries(names)) parts[to] = await zip.text(from)
  return zipOf(parts)
}

describe('a .docx whose parts are called otherwise', () => {
  it.each([
    ['from the root', '/doc/main2.xml', `${office}/officeDocument`],
    ['without a slash', 'doc/main2.xml', `${office}/officeDocument`],
    [
      'in the strict format',
      'doc/main2.xml',
      'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument',
    ],
  ])('is read by its relationships, numbering too: %s', async (_, target, type) => {
    const bytes = await renamed(
      { 'word/document.xml': 'doc/main2.xml', 'word/numbering.xml': 'doc/lists/n.xml' },
      {
        '_rels/.rels': relations([`${office}/thumbnail`, 'x.jpeg'], [type, target]),
        'doc/_rels/main2.xml.rels': relations([`${office}/numbering`, 'lists/n.xml']),
      },
    )
    expect((await readDraftDocx(bytes)).text).toBe('第一条\t总体要求。')
  })

  it('is read where Word puts it when the relationship leads nowhere or out of the archive', async () => {
    for (const target of ['word/gone.xml', '../../etc/passwd', '']) {
      const bytes = await renamed(
        { 'word/document.xml': 'word/document.xml', 'word/numbering.xml': 'word/numbering.xml' },
        { '_rels/.rels': relations([`${office}/officeDocument`, target]) },
      )
      expect((await readDraftDocx(bytes)).text).toBe('第一条\t总体要求。')
    }
  })

  it('is refused when it is a workbook, by name', async () => {
    const bytes = await zipOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations([`${office}/officeDocument`, 'xl/workbook.xml']),
      'xl/workbook.xml': '<workbook/>',
    })
    await expect(readDraftDocx(bytes)).rejects.toMatchObject({
      code: 'not-a-docx',
      facts: { looksLike: 'xlsx' },
    })
  })
})
