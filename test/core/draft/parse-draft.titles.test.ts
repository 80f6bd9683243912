import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { walkProvisions } from '#core/draft/provision.ts'

const outline = (text: string) =>
  [...walkProvisions(parseDraft(text).provisions)].map(
    ({ id, label, heading, text }) => `${id}|${label}|${heading ?? ''}|${text}`,
  )
const codes = (text: string) => parseDraft(text).problems.map(({ line, code }) => `${line} ${code}`)

/** A treaty whose articles all have titles; the last line of each is its words. */
const treaty = (gap: string) =>
  `甲乙河流公约\n第1条${gap}定义\n本公约中：\n（一）“河”指甲河。\n第2条${gap}适 用 范 围\n（一）甲方。\n（二）乙方。\n第3条${gap}生效\n本公约自签署之日起生效。`

describe('titles of articles without brackets', () => {
  it.each([
    ['on the line of the number', ' '],
    ['alone on the next line', '\n'],
  ])('%s are read where the whole text has them', (_, gap) => {
    expect(outline(treaty(gap))).toEqual([
      'art-1|第1条|定义|',
      'art-1.p1|||本公约中：',
      'art-1.p1.i1|（一）||“河”指甲河。',
      'art-2|第2条|适用范围|',
      'art-2.p1|||',
      'art-2.p1.i1|（一）||甲方。',
      'art-2.p1.i2|（二）||乙方。',
      'art-3|第3条|生效|',
      'art-3.p1|||本公约自签署之日起生效。',
    ])
    expect(codes(treaty(gap))).toEqual([])
    const draft = parseDraft(treaty(gap))
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it('are not read where only some articles have such a line', () => {
    const text =
      '某条例\n第一条　为了甲，制定本条例。\n第二条　下列行为之一的\n（一）乙；\n处以罚款。\n第三条　丙\n丁。\n第四条　戊。'
    expect(outline(text).filter((line) => line.startsWith('art-') && !line.includes('||'))).toEqual([])
    expect(outline(text)[3]).toBe('art-2.p1|||下列行为之一的')
  })

  it('a repealed article between them, and a 目录 of them, change nothing', () => {
    const list = '第一章 总则\n第一条 目的\n第二条 范围\n第三条 （删除）'
    const text = `某规则\n目录\n${list}\n第一章 总则\n第一条 目的\n为了甲。\n第二条 范围\n适用于乙。\n第三条 （删除）`
    expect(outline(text)).toEqual([
      'chp-1|第一章|总则|',
      'art-1|第一条|目的|',
      'art-1.p1|||为了甲。',
      'art-2|第二条|范围|',
      'art-2.p1|||适用于乙。',
      'art-3|第三条||',
      'art-3.p1|||（删除）',
    ])
    expect(codes(text)).toEqual([])
  })

  it('clauses of a decision keep their first words', () => {
    const text =
      '关于修改《某法》的决定\n对《某法》作如下修改：\n一、增加一条\n“第二条　甲。”\n二、删去第三条\n原第四条改为第三条。'
    expect(outline(text).filter((line) => /^art-\d+\|/.test(line))).toEqual(['art-1|一、||', 'art-2|二、||'])
  })
})

describe('annexes', () => {
  const body = '某办法\n第一条　见附件。\n'

  it.each([
    ['附件1\n名录\n甲。', 'annex-1|附件1|名录|'],
    ['附件：\n名　录\n甲。', 'annex-1|附件：|名录|'],
    ['附件\n某市收费标准\n甲。', 'annex-1|附件|某市收费标准|'],
    ['附件1.名录\n甲。', 'annex-1|附件1.|名录|'],
    ['附表二、名录\n甲。', 'annex-2|附表二、|名录|'],
    ['附录A（规范性附录） 名录\n甲。', undefined],
    ['附录B 名录\n甲。', 'annex-2|附录B|名录|'],
  ])('%j opens one, its title with it', (text, first) => {
    expect(outline(body + text).find((line) => line.startsWith('annex-'))).toBe(first)
    const draft = parseDraft(body + text)
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it.each([
    ['the only words', '附件1\n名录'],
    ['a row of a table', '附件1\n序号　名称　金额\n1　甲　10'],
    ['a row of Markdown', '附件1\n| 序号 | 名称 |\n| 1 | 甲 |'],
    ['a 项', '附件1\n1．甲\n2．乙'],
    ['a sentence', '附件1\n下列文件废止：\n甲'],
  ])('%s below the number is no title', (_, text) => {
    expect(outline(body + text).find((line) => line.startsWith('annex-1|'))).toBe('annex-1|附件1||')
    expect(codes(body + text)).toEqual([])
  })

  it('several, with tables, keep every row and its columns', () => {
    const text = `${body}附件1\n收费标准\n序号　名称　金额\n1　甲　10\n2　乙　20\n附件2\n名录\n一、丙\n二、丁`
    expect(outline(text).slice(2)).toEqual([
      'annex-1|附件1|收费标准|',
      'annex-1.p1|||序号 名称 金额',
      'annex-1.p2|||1 甲 10',
      'annex-1.p3|||2 乙 20',
      'annex-2|附件2|名录|',
      'annex-2.p1|||一、丙',
      'annex-2.p2|||二、丁',
    ])
    expect(codes(text)).toEqual([])
  })
})
