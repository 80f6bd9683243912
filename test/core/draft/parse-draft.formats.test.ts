import { describe, expect, it } from 'vitest'
import { readAmendments } from '#core/draft/amending-decision.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { articlesOf, walkProvisions } from '#core/draft/provision.ts'

const ids = (text: string) => [...walkProvisions(parseDraft(text).provisions)].map(({ id }) => String(id))
const articles = (text: string) => articlesOf(parseDraft(text).provisions).map(({ id }) => String(id))
const codes = (text: string) => parseDraft(text).problems.map(({ line, code }) => `${line} ${code}`)

describe('texts of many kinds', () => {
  it('a charter with a 序言 and unnumbered 总纲', () => {
    const text =
      '云溪章程\n序　言\n我们甲。\n我们乙。\n总　纲\n第一条　丙。\n第一章　机构\n第二条　丁。\n附　则\n第三条　戊。'
    expect(codes(text)).toEqual([])
    expect(ids(text)).toEqual([
      'preamble',
      'preamble.p1',
      'preamble.p2',
      'general',
      'art-1',
      'art-1.p1',
      'chp-1',
      'art-2',
      'art-2.p1',
      'supplement',
      'art-3',
      'art-3.p1',
    ])
  })

  it('a treaty opens with who agrees and why, every word kept', () => {
    const text =
      '甲乙两市河流公约\n缔约双方，\n愿意加强合作；\n兹协议如下：\n第一条\n甲。\n第二条\n一、乙。\n二、丙。'
    expect(articles(text)).toEqual(['art-1', 'art-2'])
    expect(codes(text)).toEqual([])
    const { title, enactmentNotes, provisions } = parseDraft(text)
    expect([title, enactmentNotes]).toEqual(['甲乙两市河流公约', []])
    expect(provisions.slice(0, 3).map((provision) => provision.text)).toEqual([
      '缔约双方，',
      '愿意加强合作；',
      '兹协议如下：',
    ])
  })

  it('an interpretation opens with why and closes with when', () => {
    const text =
      '某法院关于河岸案件的解释\n为正确审理河岸案件，制定本解释。\n第一条　甲。\n第二条　本解释自2026年1月1日起施行。'
    expect(articles(text)).toEqual(['art-1', 'art-2'])
    expect(codes(text)).toEqual([])
    expect(ids(text)[0]).toBe('p1')
    // Words that lead into nothing are still named.
    expect(codes(text.replace('为正确审理河岸案件，制定本解释。', '河岸案件很多。'))).toEqual([
      '2 text-before-first-article',
    ])
  })

  it('the articles of an interpretation stand under 一、二、三、 as under chapters', () => {
    const text =
      '某法院关于河岸案件的规定\n为审理河岸案件，制定本规定。\n一、一般规定\n第一条　甲。\n第二条　乙：\n一、子；\n二、丑。\n二、河岸的使用\n第三条　丙。'
    expect(codes(text)).toEqual([])
    expect(parseDraft(text).title).toBe('某法院关于河岸案件的规定')
    expect(ids(text).filter((id) => !id.includes('.'))).toEqual([
      'p1',
      'chp-1',
      'art-1',
      'art-2',
      'chp-2',
      'art-3',
    ])
    const [, chapter] = parseDraft(text).provisions
    expect([chapter?.label, chapter?.heading]).toEqual(['一、', '一般规定'])
    expect(parseDraft(printDraft(parseDraft(text))).provisions).toEqual(parseDraft(text).provisions)
  })

  it('a decree in front of or behind the title is no part of the text', () => {
    const decree = '《某条例》已由某市人民代表大会于2026年3月1日通过，现予公布，自2026年5月1日起施行。'
    const after = `某条例\n某市人民代表大会公告\n第五号\n${decree}\n第一章　总　则\n第一条　甲。\n第二条　乙。`
    const before = `某市人民代表大会公告\n第五号\n${decree}\n某条例\n第一章　总　则\n第一条　甲。\n第二条　乙。`
    for (const text of [after, before]) {
      expect(codes(text)).toEqual([])
      expect(parseDraft(text).title).toBe('某条例')
      expect(parseDraft(text).enactmentNotes).toContain(decree)
      expect(ids(text)[0]).toBe('chp-1')
    }
  })

  it('a 目录 that lists the articles too is left out, and an article that stands in it once is not', () => {
    const list = '第一章　总则\n第一条　目的\n第二条　范围\n第二章　附则\n第三条　施行'
    const body =
      '第一章　总则\n第一条　为了甲。\n第二条　适用于乙。\n第二章　附则\n第三条　自公布之日起施行。'
    const read = parseDraft(`某队列条令\n目　录\n${list}\n${body}`)
    expect(read.problems).toEqual([])
    expect(articlesOf(read.provisions).map(({ children }) => children[0]?.text)).toEqual([
      '为了甲。',
      '适用于乙。',
      '自公布之日起施行。',
    ])
  })

  it('a regulation with 附表 and notes below them', () => {
    const text =
      '某条例\n第一条　税率见附表。\n附表一：\n河岸使用费表\n单位：元\n一、摊位　10\n注：按日计算。\n附：\n说明\n甲。'
    expect(articles(text)).toEqual(['art-1'])
    expect(codes(text)).toEqual([])
    expect(ids(text).filter((id) => /^annex-[^.]+$/.test(id))).toHaveLength(2)
  })

  it('a stop or colon behind the number of a chapter is no part of its title', () => {
    for (const stop of ['：', '、', '．', ' : ']) {
      const { provisions, problems } = parseDraft(
        `某条例\n第一章${stop}总则\n第一条 甲。\n第二章${stop}附则\n第二条 乙。`,
      )
      expect(provisions.map(({ id, heading }) => `${id} ${heading}`)).toEqual(['chp-1 总则', 'chp-2 附则'])
      expect(problems).toEqual([])
    }
    expect(ids('某条例\n第一章 总则\n第一条 甲。\n第一章、第二章规定的，从其规定。')).toContain('art-1.p2')
  })

  it('traditional characters are numbers and headings too', () => {
    const text =
      '某條例\n目錄\n第一章　總則\n第一章　總則\n第一條　甲：\n（一）乙；\n（二）丙。\n第一條規定之事項，從其規定。\n附　則\n第二條　丁。\n附錄\n戊'
    expect(codes(text)).toEqual([])
    expect(ids(text).filter((id) => !id.includes('.'))).toEqual([
      'chp-1',
      'art-1',
      'supplement',
      'art-2',
      'annex-1',
    ])
  })

  it('articles that run on in one line are named, references are not', () => {
    expect(codes('某条例\n第一条 甲。第二条 乙。第三条 丙。')).toContain('2 article-inside-line')
    expect(codes('某条例\n第一条 甲。第二条规定的除外。')).toEqual([])
    expect(codes('某条例\n第一条 甲。第二条 乙。\n第三条 丙。')).toEqual([
      '2 article-inside-line',
      '3 number-gap',
    ])
  })

  it('a decision that quotes 第一条 on a line of its own still has its own clauses', () => {
    const text =
      '关于修改《某条例》的决定\n对《某条例》作如下修改：\n一、将第一条修改为：\n第一条　为了甲。\n二、删去第二条。\n三、本决定自公布之日起施行。'
    expect(articles(text)).toEqual(['art-1', 'art-2', 'art-3'])
    expect(readAmendments(parseDraft(text).provisions).map(({ action }) => action)).toContain('delete')
  })

  it('a list 一、二、 inside an article makes no decision of a statute', () => {
    const text = '某条例\n第一条　甲。\n一、子；\n二、丑。\n第二条　乙。\n第三条　本条例自公布之日起施行。'
    expect(articles(text)).toEqual(['art-1', 'art-2', 'art-3'])
  })

  it('the letter with which an office sent a text stays above it, printed and read again', () => {
    const text =
      '某市人民政府关于印发某市河岸管理办法的通知\n各区人民政府：\n现将《某市河岸管理办法》印发给你们，请遵照执行。\n某市人民政府\n2024年3月1日\n某市河岸\n管理办法\n第一条　甲。\n第二条　乙。'
    const draft = parseDraft(text)
    expect(draft.title).toBe('某市河岸管理办法')
    expect(draft.enactmentNotes).toHaveLength(5)
    expect(draft.problems).toEqual([])
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it.each([
    ['《某河公约》', '某河公约'],
    ['甲國和乙國\n關於河流的協定', '甲國和乙國關於河流的協定'],
    ['甲国政府和乙国政府关于\n《河流文物展览》协定', '甲国政府和乙国政府关于《河流文物展览》协定'],
    ['某市某區河岸管理辦法\n某市政府令', '某市某區河岸管理辦法'],
  ])('%j is named %s', (head, title) => {
    expect(parseDraft(`${head}\n第一条　甲。\n第二条　乙。`).title).toBe(title)
  })

  it('a treaty names its plenipotentiaries, has 部分 and numbers its 款 1. and 2.', () => {
    const text =
      '河流公约\n缔约双方为了甲，决定缔结本公约，委派代表如下：\n(1)甲国部长张某\n(2)乙国部长李某\n议定以下各条：\n第一部分　总则\n第一条　1.甲。\n2.乙。\n第二条　1.丙。\n2.丁。'
    expect(codes(text)).toEqual([])
    expect(parseDraft(text).enactmentNotes).toEqual([])
    expect(ids(text).slice(0, 7)).toEqual(['p1', 'p1.s1', 'p1.s2', 'p2', 'prt-1', 'art-1', 'art-1.p1'])
    // In one article alone it may be a lost line.
    expect(codes('某条例\n第一条　1.甲。\n第二条　乙。')).toEqual(['2 orphan-item'])
  })

  it('a 项 whose number stands alone on its line has the next line as its words', () => {
    const text = '某条例\n第一条　下列：\n（一）\n甲；\n（二）\n乙。\n第二条　丙。'
    const [article] = articlesOf(parseDraft(text).provisions)
    expect(article?.children[0]?.children.map(({ label, text }) => label + text)).toEqual([
      '（一）甲；',
      '（二）乙。',
    ])
    expect(codes(text)).toEqual([])
  })

  it('一、 is a 项 behind words that announce a list, with or without a colon', () => {
    const text =
      '某條例\n第一條　有左列情形之一者，得變更之。\n一、甲者。\n二、乙者。\n第二條　丙。\n一、丁。'
    expect(ids(text)).toEqual([
      'art-1',
      'art-1.p1',
      'art-1.p1.i1',
      'art-1.p1.i2',
      'art-2',
      'art-2.p1',
      'art-2.p2',
    ])
  })

  it('numbers that print a 、, and clauses that lost theirs, are read in sequence', () => {
    expect(ids('某公约\n第一条、甲。\n第二条、乙。\n第一条、第二条所称丙，是指丁。')).toEqual([
      'art-1',
      'art-1.p1',
      'art-2',
      'art-2.p1',
      'art-2.p2',
    ])
    const clauses = '关于某事的通知\n现通知如下：\n一、甲。\n二、乙。\n三\n丙。'
    expect(articles(clauses)).toEqual(['art-1', 'art-2', 'art-3'])
    const draft = parseDraft(clauses)
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })
})
