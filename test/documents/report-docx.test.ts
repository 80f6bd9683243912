import { describe, expect, test } from 'vitest'
import { type ReportDocument, reportDocx } from '../../functions/documents/report-docx.ts'
import { hasWriter, saveInLibreOffice } from '../support/libreoffice.ts'

const aReport: ReportDocument = {
  title: '关于《云溪市滨水公共空间条例（征求意见稿）》征求意见情况的报告',
  documentNumber: '西街联〔2026〕3号',
  addressee: '云溪市人大常委会法制工作委员会',
  head: '共开展 3 场次活动，收到意见 2 条。\n现将意见整理上报如下。',
  parts: [
    {
      label: '第二十四条',
      people: 13,
      summary: '主张分区域、分时段。',
      opinions: [
        {
          verbatim: '一刀切不让遛狗\n我们老人怎么办 <w:p>&',
          drafted: '建议划定区域、规定时段。',
          proposedText: '可以划定区域、规定时段。',
          reason: '兼顾各方。',
          source: '河西村村民 12 人，座谈会，2026年11月3日',
        },
        { verbatim: '晚上灯太亮。', source: '居民，入户走访' },
      ],
    },
    { label: '', people: 1, summary: '', opinions: [{ verbatim: '总体赞成。', source: '居民，意见箱' }] },
  ],
  from: '西街街道基层立法联系点',
  date: '2026年11月18日',
  signedBy: '张主任',
}

async function bytesOf(report: ReportDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of reportDocx(report)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('the report as a Word file', () => {
  test('is the same bytes for the same report', async () => {
    expect((await bytesOf(aReport)).equals(await bytesOf(aReport))).toBe(true)
  })
})

describe.skipIf(!hasWriter)('the report opened in LibreOffice', () => {
  const open = async (report: ReportDocument) => {
    const [saved] = (await saveInLibreOffice(await bytesOf(report), 'fodt', 'report.docx')).values()
    const document = Buffer.from(saved ?? []).toString('utf8')
    const paragraphs = document
      .slice(document.indexOf('<office:text'))
      .split('</text:p>')
      .map((paragraph) => paragraph.replace(/<[^>]+>/g, '').trim())
      .filter((paragraph) => paragraph !== '')
    return { document, paragraphs }
  }

  test('is an upright letter that says everything in order', async () => {
    const { document, paragraphs } = await open(aReport)
    const at = (words: string) => paragraphs.findIndex((paragraph) => paragraph.includes(words))
    const order = [
      '西街联〔2026〕3号',
      aReport.title,
      '云溪市人大常委会法制工作委员会：',
      '现将意见整理上报如下。',
      '一、关于第二十四条（2 条，13 人）',
      '主张分区域、分时段。',
      '1. “一刀切不让遛狗',
      '我们老人怎么办 &lt;w:p&gt;&amp;”（河西村村民 12 人，座谈会，2026年11月3日）',
      '整理：建议划定区域',
      '建议改为：可以划定区域',
      '理由：兼顾各方。',
      '2. “晚上灯太亮。”（居民，入户走访）',
      '二、对草案的总体意见（1 条，1 人）',
      '审签：张主任',
      '2026年11月18日',
    ].map(at)
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(document).toContain('style:print-orientation="portrait"')
    expect(document).not.toContain('尚未审签')
  })

  test('says that it is a draft while nobody has signed it', async () => {
    const { paragraphs } = await open({ ...aReport, signedBy: '', date: '', documentNumber: '' })
    expect(paragraphs.some((paragraph) => paragraph.includes('草稿，尚未审签'))).toBe(true)
    expect(paragraphs.some((paragraph) => paragraph.includes('审签：'))).toBe(false)
  })
})
