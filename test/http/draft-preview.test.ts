import { beforeAll, describe, expect, it } from 'vitest'
import { DraftPreview } from '#contract/office-api.ts'
import { docxOf, inList, list, listLevel, paragraph } from '../support/docx-builder.ts'
import { openOffice, type OpenOffice } from '../support/open-office.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('a draft comes in over HTTP', () => {
  let office: OpenOffice
  beforeAll(async () => {
    office = await openOffice()
  })
  const preview = (body: string | Buffer, contentType: string) =>
    office.ask('legislator', 'POST', '/office/api/drafts/preview', {
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: { 'content-type': contentType },
    })

  it('a .docx with automatic numbers becomes a tree, its text and notes', async () => {
    const body = paragraph('云溪市路灯条例') + paragraph('甲。', inList(1)) + paragraph('乙。', inList(1))
    const bytes = await docxOf({ body, numbering: list(1, listLevel(0, 'chineseCounting', '第%1条')) })
    const answer = await preview(bytes, docx)
    expect(answer.status).toBe(200)
    expect(DraftPreview.parse(answer.body)).toMatchObject({
      title: '云溪市路灯条例',
      articles: 2,
      problems: [],
      format: 'docx',
      text: '云溪市路灯条例\n第一条\t甲。\n第二条\t乙。',
      notes: [{ code: 'auto-numbers', facts: { count: 2 } }],
    })
    // Browsers that do not know the type say so.
    expect((await preview(bytes, 'application/octet-stream')).status).toBe(200)
  })

  it('a web page and Markdown are read by their content', async () => {
    const page = await preview('<html><body><p>某条例</p><p>第一条　甲。</p></body></html>', 'text/plain')
    expect(page.body).toMatchObject({ format: 'html', articles: 1, problems: [] })
    const markdown = await preview('# 某条例\n\n**第一条** 甲。\n', 'text/markdown')
    expect(markdown.body).toMatchObject({ format: 'markdown', articles: 1, problems: [] })
  })

  it('an old .doc is refused with how to save it, in words', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)])
    const answer = await preview(old, 'application/msword')
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'legacy-doc', title: '这是旧版 .doc 文件' })
  })

  it('a file over the limit is refused before it is read', async () => {
    const answer = await preview(Buffer.alloc(21 * 1024 * 1024), docx)
    expect(answer.body).toMatchObject({ code: 'too-large' })
  })
})
