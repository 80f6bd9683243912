import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { readDraftDocx } from '../../functions/documents/draft-docx.ts'
import {
  abstractList,
  docxOf,
  inList,
  list,
  listLevel,
  num,
  paragraph,
  run,
  type DocxParts,
} from '../support/docx-builder.ts'

const linesOf = async (parts: DocxParts) => (await readDraftDocx(await docxOf(parts))).text.split('\n')
const notesOf = async (parts: DocxParts) =>
  (await readDraftDocx(await docxOf(parts))).notes.map(({ code, facts }) => `${code} ${facts['count']}`)

describe('automatic numbers', () => {
  const statute = list(
    1,
    listLevel(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>'),
    listLevel(1, 'japaneseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
    listLevel(2, 'chineseCounting', '（%3）', '<w:suff w:val="nothing"/>'),
    listLevel(3, 'decimal', '%4.', '<w:suff w:val="space"/>'),
  )

  it('are written out as Word shows them, articles running on through chapters, 项 anew in each article', async () => {
    const body =
      paragraph('总则', inList(1, 0)) +
      paragraph('为了甲。', inList(1, 1)) +
      paragraph('下列：', inList(1, 1)) +
      paragraph('子；', inList(1, 2)) +
      paragraph('丑：', inList(1, 2)) +
      paragraph('寅。', inList(1, 3)) +
      paragraph('管理', inList(1, 0)) +
      paragraph('下列：', inList(1, 1)) +
      paragraph('卯。', inList(1, 2))
    expect(await linesOf({ body, numbering: statute })).toEqual([
      '第一章 总则',
      '第一条\t为了甲。',
      '第二条\t下列：',
      '（一）子；',
      '（二）丑：',
      '1. 寅。',
      '第二章 管理',
      '第三条\t下列：',
      '（一）卯。',
    ])
  })

  it('over ninety-nine are spelled as in statutes', async () => {
    const body = Array.from({ length: 112 }, () => paragraph('甲。', inList(1, 1))).join('')
    const lines = await linesOf({ body, numbering: statute })
    expect([lines[9], lines[10], lines[19], lines[99], lines[100], lines[109], lines[110]]).toEqual([
      '第十条\t甲。',
      '第十一条\t甲。',
      '第二十条\t甲。',
      '第一百条\t甲。',
      '第一百零一条\t甲。',
      '第一百一十条\t甲。',
      '第一百一十一条\t甲。',
    ])
  })

  it('start where the level says, and again where a list overrides its start', async () => {
    const numbering =
      abstractList(1, listLevel(0, 'decimal', '%1)', '', 5)) +
      num(1, 1) +
      num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
      num(3, 1)
    const body = [1, 1, 2, 2, 3].map((id) => paragraph('甲', inList(id))).join('')
    expect(await linesOf({ body, numbering })).toEqual(['5)\t甲', '6)\t甲', '1)\t甲', '2)\t甲', '3)\t甲'])
  })

  it('may show the levels above, as digits where the level is legal', async () => {
    const numbering = list(
      1,
      listLevel(0, 'upperRoman', '%1.'),
      listLevel(1, 'lowerLetter', '%1.%2', '<w:suff w:val="space"/>'),
      listLevel(2, 'decimal', '%1.%2.%3', '<w:isLgl/><w:suff w:val="space"/>'),
    )
    const body = [0, 0, 1, 2].map((level) => paragraph('x', inList(1, level))).join('')
    expect(await linesOf({ body, numbering })).toEqual(['I.\tx', 'II.\tx', 'II.a x', '2.1.1 x'])
  })

  it('come from styles, through inheritance and through the level that names the style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Article"><w:basedOn w:val="Base"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    const numbering = list(
      1,
      listLevel(0, 'chineseCounting', '第%1条', '<w:pStyle w:val="Article"/>'),
      listLevel(1, 'decimal', '%2、', '<w:suff w:val="nothing"/>'),
    )
    const style = (id: string, more = '') => `<w:pStyle w:val="${id}"/>${more}`
    const body =
      paragraph('甲。', style('Article')) +
      paragraph('乙；', style('Item')) +
      paragraph('不编号', style('Article', '<w:numPr><w:numId w:val="0"/></w:numPr>')) +
      paragraph('丙。', style('Article')) +
      paragraph('丁', style('Loop')) +
      paragraph('戊', style('Nowhere'))
    expect(await linesOf({ body, numbering, styles })).toEqual([
      '第一条\t甲。',
      '1、乙；',
      '不编号',
      '第二条\t丙。',
      '丁',
      '戊',
    ])
  })

  it('may be borrowed from a numbering style', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="Lists"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering =
      abstractList(1, listLevel(0, 'ideographTraditional', '%1、')) +
      abstractList(2, '<w:numStyleLink w:val="Lists"/>') +
      num(1, 1) +
      num(2, 2)
    const body = paragraph('一', inList(2)) + paragraph('二', inList(1))
    expect(await linesOf({ body, numbering, styles })).toEqual(['甲、\t一', '乙、\t二'])
  })

  it('of an unknown format are digits and named; bullets are left out and counted', async () => {
    const numbering =
      list(1, listLevel(0, 'thaiCounting', '%1.', '<w:suff w:val="space"/>')) +
      list(2, listLevel(0, 'bullet', '\uf0b7'))
    const parts = { body: paragraph('甲', inList(1)) + paragraph('乙', inList(2)), numbering }
    expect(await linesOf(parts)).toEqual(['1. 甲', '乙'])
    expect(await notesOf(parts)).toEqual(['auto-numbers 1', 'number-format-guessed 1', 'bullets-left-out 1'])
  })
})

describe('what stands in a document beside its words', () => {
  it('inserted words are kept, deleted and moved ones dropped, their numbers not counted', async () => {
    const numbering = list(1, listLevel(0, 'chineseCounting', '第%1条', '<w:suff w:val="space"/>'))
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    const parts = {
      numbering,
      body:
        `<w:p><w:pPr>${inList(1)}</w:pPr>${run('应当')}<w:ins w:id="2">${run('及时')}</w:ins><w:del w:id="3"><w:r><w:delText>立即</w:delText></w:r></w:del>${run('公开。')}</w:p>` +
        `<w:p><w:pPr>${inList(1)}${gone}</w:pPr><w:del w:id="4"><w:r><w:delText>删去的一条。</w:delText></w:r></w:del></w:p>` +
        `<w:p><w:pPr>${inList(1)}${gone}</w:pPr>${run('前半')}</w:p>` +
        `<w:p><w:pPr>${inList(1)}<w:pPrChange w:id="5"><w:pPr>${inList(9)}</w:pPr></w:pPrChange></w:pPr>${run('后半。')}</w:p>` +
        `<w:p><w:moveFrom w:id="6">${run('旧处')}</w:moveFrom><w:moveTo w:id="7">${run('新处')}</w:moveTo></w:p>`,
    }
    expect(await linesOf(parts)).toEqual(['第一条 应当及时公开。', '第二条 前半后半。', '新处'])
    expect(await notesOf(parts)).toContain('changes-accepted 4')
  })

  it('cells are lines, a deleted row is gone', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const parts = {
      body:
        `<w:tbl><w:tr>${cell('序号')}${cell('名称')}</w:tr>` +
        `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('旧')}${cell('行')}</w:tr>` +
        `<w:tr>${cell('1')}${cell('河岸')}</w:tr></w:tbl>${paragraph('后文。')}`,
    }
    expect(await linesOf(parts)).toEqual(['序号', '名称', '1', '河岸', '后文。'])
    expect(await notesOf(parts)).toEqual(['tables 1'])
  })

  const field = (instruction: string, result: string) =>
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText>${instruction}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

  it('a 目录 field is left out over all its paragraphs, other fields show their result', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const parts = {
      body:
        `<w:p>${begin}${run('第一章 总则')}${field('PAGEREF _1', run('1'))}</w:p>` +
        `<w:p>${run('第二章 附则')}</w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
        `<w:p>${run('依照第')}${field('REF _2', run('三'))}${run('条。')}</w:p>`,
    }
    expect(await linesOf(parts)).toEqual(['依照第三条。'])
    expect(await notesOf(parts)).toEqual(['contents-left-out 3'])
  })

  it('a 目录 in a gallery is left out; one that never ends takes nothing with it', async () => {
    const gallery =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${paragraph('目录')}${paragraph('第一章 总则')}</w:sdtContent></w:sdt>${paragraph('正文。')}`
    expect(await linesOf({ body: gallery })).toEqual(['正文。'])
    const endless =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('第一章')}</w:p>${paragraph('第一条 甲。')}`
    expect(await linesOf({ body: endless })).toEqual(['第一章', '第一条 甲。'])
  })

  it('soft breaks are line ends, tabs tabs; links, text boxes and fields in controls keep their words', async () => {
    const box =
      '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
      `${paragraph('框内')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`
    const parts = {
      body:
        `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('前')}<w:r>${box}</w:r><w:r><w:tab/><w:t>中</w:t><w:br/><w:t>后</w:t></w:r></w:p>` +
        `<w:p><w:hyperlink>${run('链接')}</w:hyperlink><w:r><w:noBreakHyphen/></w:r><w:sdt><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt></w:p>`,
    }
    expect(await linesOf(parts)).toEqual(['前\t中', '后', '框内', '链接-控件'])
    expect(await notesOf(parts)).toEqual(['text-boxes 1'])
  })

  it('notes, comments, heads, hidden words and unknown signs are named, known signs read', async () => {
    const parts = {
      body:
        `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>` +
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>' +
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:sym w:font="Webdings" w:char="F031"/></w:r></w:p>' +
        '<w:sectPr><w:headerReference w:id="h"/></w:sectPr>',
    }
    expect(await linesOf(parts)).toEqual(['甲显☑〓'])
    expect(await notesOf(parts)).toEqual([
      'footnotes-left-out 1',
      'comments-left-out 1',
      'hidden-text-left-out 1',
      'unknown-symbols 1',
      'headers-left-out 1',
    ])
  })

  it('macros are never looked at, and named', async () => {
    const parts = { body: paragraph('甲。'), others: { 'word/vbaProject.bin': 'Sub AutoOpen' } }
    expect(await linesOf(parts)).toEqual(['甲。'])
    expect(await notesOf(parts)).toEqual(['macros-ignored 1'])
  })

  it('rare characters and references to characters survive', async () => {
    expect(await linesOf({ body: paragraph('𠮷&#x3431;&#12295;&lt;&amp;') })).toEqual(['𠮷㐱〇<&'])
  })
})

describe('alignment', () => {
  it('a signature set to the right stays there, so that it is no part of the last article', async () => {
    const right = '<w:jc w:val="right"/>'
    const body = paragraph('某办法') + paragraph('第一条　甲。') + paragraph('张某某', right)
    const lines = await linesOf({ body })
    expect(lines.at(-1)).toBe('　　　　　　　　张某某')
    expect(parseDraft(lines.join('\n')).provisions.map(({ id }) => id)).toEqual(['art-1', 'closing'])
    expect(await linesOf({ body: paragraph('甲。', '<w:jc w:val="center"/>') })).toEqual(['甲。'])
  })
})
