import { describe, expect, it } from 'vitest'
import { draftNoteCodes } from '#core/draft/draft-note.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, walkProvisions } from '#core/draft/provision.ts'
import { sayDraftNote } from '#contract/draft-note-words.ts'
import { readDraftFile } from '../../functions/documents/read-draft-file.ts'
import { docxOf, paragraph } from '../support/docx-builder.ts'
import { pasteFromPdf } from '../support/pdf-paste.ts'
import { hasLaws, readStatute, statutes } from '../support/statutes.ts'

const read = (text: string, name?: string) => readDraftFile(Buffer.from(text), name)
const ids = (text: string) => [...walkProvisions(parseDraft(text).provisions)].map(({ id }) => String(id))
const articleIds = (text: string) => articlesOf(parseDraft(text).provisions).map(({ id }) => id)
const squeeze = (text: string) => text.replace(/\s/gu, '')

describe('the content of a file decides what it is', () => {
  it('a .docx is read whatever it is called', async () => {
    const bytes = await docxOf({ body: paragraph('某条例') + paragraph('第一条　甲。') })
    expect(await readDraftFile(bytes, 'a.txt')).toMatchObject({
      format: 'docx',
      text: '某条例\n第一条　甲。',
    })
  })

  it('plain text is given back to the character, in whatever encoding it came', async () => {
    const text = '某条例\r\n　　第一条　甲𠮷。\r\n\r\n　　第二条　乙。\r\n'
    expect(await read(text)).toEqual({ text, format: 'text', encoding: 'utf-8', notes: [] })
    const gbk = Buffer.from([0xc4, 0xb3, 0xb7, 0xa8, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5])
    expect(await readDraftFile(gbk)).toMatchObject({ text: '某法\n第一条', encoding: 'gb18030' })
  })

  it.each([
    ['%PDF-1.7 x', 'pdf'],
    ['{\\rtf1\\ansi x}', 'rtf'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related', 'mht'],
    ['<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', 'word-xml'],
  ])('%j is refused as %s', async (text, looksLike) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'not-a-docx', facts: { looksLike } })
  })

  it('a text of five megabytes and one that is no text are refused', async () => {
    await expect(read('甲'.repeat(2_000_000))).rejects.toMatchObject({ code: 'too-large' })
    await expect(readDraftFile(Buffer.from([0xff, 0x00, 0x80]))).rejects.toMatchObject({
      code: 'unreadable-text',
    })
  })

  it('nothing at all is a text without articles', async () => {
    const { text } = await read('')
    expect(parseDraft(text).problems.map(({ code }) => code)).toContain('no-articles')
  })

  it('every note has its sentence in both languages', () => {
    for (const code of draftNoteCodes)
      for (const language of ['zh', 'en'] as const)
        expect(sayDraftNote({ code, facts: { count: 3 } }, language).length).toBeGreaterThan(5)
  })
})

describe('a web page', () => {
  it('has its words, one line a block, without menus, scripts and tags', async () => {
    const html =
      '<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><nav><ul><li>首页</li></ul></nav>' +
      '<h1>某条例</h1><p><strong>第一条</strong>&emsp;为了<span>甲</span>，\n   制定本条例&#12290;</p>' +
      '<script>if (1 < 2) document.write("<p>假</p>")</script><div>第二条&nbsp;乙：<br>（一）丙；<br/>（二）A &lt; B。</div>' +
      '<table><tr><td>子</td><td>丑</td></tr></table><footer>版权</footer></body></html>'
    const { text, format, notes } = await read(html)
    expect(format).toBe('html')
    expect(text.split('\n')).toEqual([
      '某条例',
      '第一条\u2003为了甲，制定本条例。',
      '第二条\u00a0乙：',
      '（一）丙；',
      '（二）A < B。',
      '子',
      '丑',
    ])
    expect(notes.map(({ code }) => code)).toEqual(['markup-removed', 'page-parts-left-out', 'tables'])
  })

  it('a piece of a page, with ordered lists, parses like the text', async () => {
    const { text } = await read(
      '<div><p>某条例</p><p>第一条　下列：</p><ol><li>甲；</li><li>乙。</li></ol></div>',
    )
    expect(ids(text)).toEqual(['art-1', 'art-1.p1', 'art-1.p1.s1', 'art-1.p1.s2'])
  })

  it('a menu that never closes takes nothing with it, nor do broken tags', async () => {
    const { text } = await read('<html><nav><p>首页<p>第一条 甲。<p a="x>y">第二条 乙 < 丙。<style>')
    expect(text.split('\n')).toEqual(['首页', '第一条 甲。', '第二条 乙 < 丙。'])
  })

  it('hostile pages are read in linear time', async () => {
    const started = performance.now()
    for (const unit of ['<script>', '<', '<p a="', '<nav>', '&amp', '<!--', '<p>\n', '<style></style>'])
      await read(`<html>${unit.repeat(60_000)}`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('Markdown', () => {
  it('loses its marks and keeps its lines', async () => {
    const source =
      '# 某条例\n\n<!-- 说明\n两行 -->\n## 第一章 总则\n**第一条** 为了*甲*。\n\n> 第二条 依照[某法](https://example.cn/a)：\n\n- （一）乙；\n- （二）丙\\*。\n\n---\n1. 子\n'
    const { text, format } = await read(source)
    expect(format).toBe('markdown')
    expect(text.split('\n')).toHaveLength(source.split('\n').length)
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '某条例',
      '第一章 总则',
      '第一条 为了甲。',
      '第二条 依照某法：',
      '（一）乙；',
      '（二）丙*。',
      '1. 子',
    ])
  })
})

describe('a signature', () => {
  it.each(['', '# '])('moved to the right by a person stays there, text behind %j', async (mark) => {
    const { text } = await read(`${mark}某办法\n第一条　甲。\n        张某某`)
    expect(text.split('\n').at(-1)).toBe('        张某某')
    expect(ids(text)).toEqual(['art-1', 'art-1.p1', 'closing'])
  })
})

describe('text copied from a PDF', () => {
  const law =
    '云溪市河岸使用条例\n' +
    Array.from(
      { length: 12 },
      (_, at) =>
        `第${'一二三四五六七八九十'[at] ?? `十${'一二'[at - 10]}`}条　本市河岸的使用和管理，应当遵循安全第一、方便群众、共同维护的原则，由各级人民政府及其有关部门按照职责分工组织实施，具体办法由市人民政府另行制定并公布${at}。`,
    ).join('\n')

  it('has its lines joined and its page numbers and heads left out, and says so', async () => {
    const { text, notes } = await read(
      pasteFromPdf(law, { columns: 60, linesPerPage: 9, head: '云溪市法规' }),
    )
    expect(parseDraft(text)).toEqual(parseDraft(law.replaceAll('　', ' ')))
    expect(notes.map(({ code }) => code)).toEqual([
      'page-numbers-left-out',
      'running-heads-left-out',
      'lines-joined',
    ])
    expect(notes[1]?.facts['words']).toBe('云溪市法规')
  })

  it('a running head that is the title stays once', async () => {
    const { text } = await read(pasteFromPdf(law, { linesPerPage: 6, head: '云溪市河岸使用条例' }))
    expect(parseDraft(text)).toEqual(parseDraft(law.replaceAll('　', ' ')))
  })

  it('indents decide where they were kept', async () => {
    const long = '河岸使用人应当爱护设施保持整洁并服从管理人员的安排'
    const text =
      `某条例\n　　第一条　${long}${long}。\n${long}${long}。\n　　另一款${long}${long}。\n` +
      `　　第二条　${long}${long}\n${long}${long}${long.slice(0, 2)}，\n${long}。\n　　第三条　${long}${long}\n${long}。`
    const joined = (await read(text)).text
    expect(ids(joined)).toEqual(['art-1', 'art-1.p1', 'art-1.p2', 'art-2', 'art-2.p1', 'art-3', 'art-3.p1'])
  })

  it('numbers that are words stay: a table’s first column, a year, a text without pages', async () => {
    const text = '某办法\n第一条 甲。\n附表\n1\n河岸\n2\n桥\n3\n码头\n2026\n'
    expect((await read(text)).text).toBe(text)
  })

  it('the text that was joined is not joined again', async () => {
    const once = await read(pasteFromPdf(law, { columns: 60 }))
    expect(await read(once.text)).toEqual({ ...once, notes: [] })
  })
})

describe.skipIf(!hasLaws)('real statutes', () => {
  it.each(statutes)('$name as a text is untouched', async ({ name }) => {
    const text = readStatute(name)
    expect(await read(text)).toMatchObject({ text, notes: [] })
  })

  it.each(statutes)('$name from a PDF has every article, and no character is lost', async ({ name }) => {
    const text = readStatute(name)
    for (const columns of [60, 76, 90]) {
      const pasted = await read(pasteFromPdf(text, { columns, head: '某市法规汇编' }))
      expect(articleIds(pasted.text)).toEqual(articleIds(text))
      expect(squeeze(pasted.text) === squeeze(text)).toBe(true)
      expect(parseDraft(pasted.text).problems).toEqual([])
    }
  })

  it.each(statutes)(
    '$name from a PDF without blanks behind its labels has every article',
    async ({ name }) => {
      const label = /^([　 ]*第[一二三四五六七八九十百零]+[条章节编](?:之[一二三四五六七八九十]+)?)[　 ]+/gmu
      const text = readStatute(name).replace(label, '$1')
      for (const columns of [56, 72, 90]) {
        const pasted = await read(pasteFromPdf(text, { columns }))
        expect(articleIds(pasted.text)).toEqual(articleIds(text))
        expect(parseDraft(pasted.text).problems).toEqual([])
      }
    },
  )

  it.each(statutes)('$name as a web page and as a .docx has the same tree', async ({ name }) => {
    const text = readStatute(name)
    const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const page = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
    const want = parseDraft(text).provisions
    expect(parseDraft((await read(`<html><body>${page}</body></html>`)).text).provisions).toEqual(want)
    const body = lines.map((line) => paragraph(escaped(line))).join('')
    const docx = await readDraftFile(await docxOf({ body }))
    expect(parseDraft(docx.text).provisions).toEqual(want)
  })
})
