import { describe, expect, test } from 'vitest'
import { PublishedBulletins } from '#contract/published.ts'
import { type BulletinDocument, bulletinDocx } from '../../functions/documents/bulletin-docx.ts'
import { exampleBulletins } from '../support/example-bulletin.ts'
import { wholeEdition } from '../support/whole-edition.ts'
import { hasWriter, saveInLibreOffice } from '../support/libreoffice.ts'

const { editions } = PublishedBulletins.parse(exampleBulletins('c-river', 'rb-2'))
const edition = wholeEdition(editions[1])

const aDocument: BulletinDocument = {
  billTitle: '云溪市滨水公共空间条例',
  organ: '云溪市人民代表大会常务委员会',
  date: '2026年11月12日',
  bulletin: {
    ...edition,
    correction: '第二十六条的答复写错了 <w:p>&。',
    sections: (['taken', 'heard', 'totals', 'figures', 'closing'] as const).map((kind) => ({
      kind,
      words: kind === 'closing' ? '条例将于 2027 年施行。' : '',
    })),
  },
  stageNames: new Map([['rb-2', '二次审议稿']]),
}

async function bytesOf(document: BulletinDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bulletinDocx(document)) chunks.push(Uint8Array.from(chunk))
  return Buffer.concat(chunks)
}

test('the bulletin as a Word file is the same bytes for the same edition', async () => {
  expect((await bytesOf(aDocument)).equals(await bytesOf(aDocument))).toBe(true)
})

describe.skipIf(!hasWriter)('the bulletin opened in LibreOffice', () => {
  const open = async (document: BulletinDocument) => {
    const [saved] = (await saveInLibreOffice(await bytesOf(document), 'fodt', 'bulletin.docx')).values()
    const xml = Buffer.from(saved ?? []).toString('utf8')
    return xml.slice(xml.indexOf('<office:text')).replace(/<[^>]+>/g, '\n')
  }

  test('says everything in order, and every opinion and sum of it', async () => {
    const text = await open(aDocument)
    const order = [
      '《云溪市滨水公共空间条例》公开征求意见采纳情况通报',
      '云溪市人民代表大会常务委员会　2026年11月12日　第 2 版',
      '本版更正：',
      '第二十六条的答复写错了',
      '一、写进条文的意见',
      '序号',
      '河西村村民 12 人',
      '二、听到了、这一次没有写进条文的意见',
      '三、条数核对',
      '收到意见',
      '四、意见来源',
      '五、其他说明',
      '条例将于 2027 年施行。',
    ]
    let at = -1
    for (const words of order) {
      const next = text.indexOf(words, at + 1)
      expect(next, words).toBeGreaterThan(at)
      at = next
    }
    for (const { verbatim, reason } of aDocument.bulletin.rows)
      for (const words of [verbatim, reason]) expect(text).toContain(words)
  })

  test('says that it is not published while it is not', async () => {
    expect(await open({ ...aDocument, date: '' })).toContain('（未发布，供审阅）')
  })
})
