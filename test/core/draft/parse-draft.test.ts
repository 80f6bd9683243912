import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, walkProvisions } from '#core/draft/provision.ts'

const outline = (text: string) =>
  [...walkProvisions(parseDraft(text).provisions)].map(
    ({ id, label, heading, text }) => `${id}|${label}|${heading ?? ''}|${text}`,
  )
const codes = (text: string) => parseDraft(text).problems.map(({ line, code }) => `${line} ${code}`)

describe('articles', () => {
  it('a 款 that begins with a reference is not an article', () => {
    const text =
      '某条例\n第一条　甲。\n第二条规定的行为，从重处罚。\n第二条　乙。\n第一条、第二条所称丙，是指丁。'
    expect(outline(text)).toEqual([
      'art-1|第一条||',
      'art-1.p1|||甲。',
      'art-1.p2|||第二条规定的行为，从重处罚。',
      'art-2|第二条||',
      'art-2.p1|||乙。',
      'art-2.p2|||第一条、第二条所称丙，是指丁。',
    ])
    expect(codes(text)).toEqual([])
  })

  it('a pasted text without blanks behind its numbers is read, references left alone', () => {
    const text =
      '某条例\n第一章总则\n第一条为了甲。\n第二条本条例适用于乙。\n第一条规定的丙，适用丁。\n第三条戊。'
    expect(articlesOf(parseDraft(text).provisions).map(({ id }) => id)).toEqual(['art-1', 'art-2', 'art-3'])
    expect(codes(text)).toEqual([])
  })

  it('digits, full-width digits and blanks inside the label are numbers too', () => {
    const text = '某条例\n第1条 甲。\n第２条　乙。\n第 三 条 丙。\n第 四 条　丁。'
    expect(articlesOf(parseDraft(text).provisions).map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(codes(text)).toEqual([])
  })

  it('之一 and 之二 are articles of their own in the sequence', () => {
    const text = '某法\n第一条　甲。\n第一条之一　乙。\n第一条之二　丙。\n第二条　丁。'
    expect(articlesOf(parseDraft(text).provisions).map(({ id }) => id)).toEqual([
      'art-1',
      'art-1-1',
      'art-1-2',
      'art-2',
    ])
    expect(codes(text)).toEqual([])
  })

  it('a name in brackets behind the number is the heading of the article, a 项 is not', () => {
    const text =
      '某规定\n第一条　【目的】为了甲。\n第二条（适用范围）\n　　本规定适用于乙。\n第三条　下列事项：\n（一）丙。'
    expect(outline(text)).toEqual([
      'art-1|第一条|【目的】|',
      'art-1.p1|||为了甲。',
      'art-2|第二条|（适用范围）|',
      'art-2.p1|||本规定适用于乙。',
      'art-3|第三条||',
      'art-3.p1|||下列事项：',
      'art-3.p1.i1|（一）||丙。',
    ])
  })

  it('a decision without 第X条 has its 一、二、三、 as articles', () => {
    const text =
      '关于某事的决定\n（2020年1月1日通过）\n为了甲，作如下决定：\n一、乙。\n二、丙。\n三、本决定自公布之日起施行。'
    const draft = parseDraft(text)
    expect(articlesOf(draft.provisions).map(({ id, label }) => `${id}${label}`)).toEqual([
      'art-1一、',
      'art-2二、',
      'art-3三、',
    ])
    expect(draft.problems).toEqual([])
  })
})

describe('headings', () => {
  it('章 may begin anew in each 编, 节 in each 章, and 分编 stand inside 编', () => {
    const text =
      '某法典\n第一编 总则\n第一章 甲\n第一节 子\n第一条 一。\n第二节 丑\n第二条 二。\n第二章 乙\n第一节 寅\n第三条 三。\n第二编 物\n第一分编 通\n第一章 丙\n第四条 四。\n第二分编 所\n第二章 丁\n第五条 五。\n附　则\n第六条 六。'
    expect(codes(text)).toEqual([])
    const ids = [...walkProvisions(parseDraft(text).provisions)]
      .map(({ id }) => String(id))
      .filter((id) => !id.startsWith('art'))
    expect(ids).toEqual([
      'prt-1',
      'prt-1.chp-1',
      'prt-1.chp-1.sec-1',
      'prt-1.chp-1.sec-2',
      'prt-1.chp-2',
      'prt-1.chp-2.sec-1',
      'prt-2',
      'prt-2.prt-1',
      'prt-2.prt-1.chp-1',
      'prt-2.prt-2',
      'prt-2.prt-2.chp-2',
      'supplement',
    ])
  })

  it('「总 则」 is 总则, also on the line below its number', () => {
    expect(outline('某条例\n第一章　总 则\n第一条　甲。')[0]).toBe('chp-1|第一章|总则|')
    expect(outline('某条例\n第一章\n总　则\n第一条　甲。')[0]).toBe('chp-1|第一章|总则|')
  })

  it('a sentence that begins with a chapter is not a heading', () => {
    const text = '某条例\n第一章 总则\n第一条　甲。\n第二章规定的措施，参照执行。\n第二章 罚则\n第二条　乙。'
    expect(outline(text).slice(2, 5)).toEqual([
      'art-1.p1|||甲。',
      'art-1.p2|||第二章规定的措施，参照执行。',
      'chp-2|第二章|罚则|',
    ])
    expect(codes(text)).toEqual([])
  })
})

describe('around the body', () => {
  it('marks of Markdown collections are not words', () => {
    const text =
      '# 某条例\n1987年2月25日 某会《修改〈某条例〉的决定》第一次修正\n<!-- INFO END -->\n## 第一章 总则\n第一条　甲。'
    expect(outline(text)).toEqual(outline('某条例\n第一章 总则\n第一条 甲。'))
    expect(parseDraft(text).title).toBe('某条例')
    expect(codes(text)).toEqual([])
  })

  it('目录 is left out, with page numbers and without its own title', () => {
    const body = '第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。'
    const plain = outline(`某条例\n${body}`)
    expect(outline(`某条例\n目　录\n第一章　总则……1\n第二章　附则……2\n${body}`)).toEqual(plain)
    expect(outline(`某条例\n第一章　总则\n第二章　附则\n${body}`)).toEqual(plain)
    expect(codes(`某条例\n目　录\n第一章　总则……1\n第二章　附则……2\n${body}`)).toEqual([])
  })

  it('contents that differ from the body are named by their line', () => {
    const text = '某条例\n目录\n第一章 总则\n第二章 管理\n第一章 总则\n第一条 甲。\n第二章 监督\n第二条 乙。'
    expect(codes(text)).toEqual(['4 contents-mismatch'])
  })

  it('题注 are kept apart, also with brackets that never close', () => {
    const draft = parseDraft(
      '某条例\n（1997年1月1日通过）\n（2015年1月1日第一次修正\n（2020年1月1日第二次修正））\n第一条　甲。',
    )
    expect(draft.title).toBe('某条例')
    expect(draft.enactmentNotes).toEqual([
      '（1997年1月1日通过）',
      '（2015年1月1日第一次修正',
      '（2020年1月1日第二次修正））',
    ])
  })

  it('the version in brackets below the name belongs to the name', () => {
    expect(parseDraft('云溪市某条例\n（草案征求意见稿）\n第一条　甲。').title).toBe(
      '云溪市某条例（草案征求意见稿）',
    )
  })

  it('a decree before the name is a note, a name on two lines is one name', () => {
    const decree =
      '某市人民政府令\n第12号\n《某办法》已经市政府常务会议通过，现予公布。\n市长 某某\n2020年1月5日\n某办法\n第一条 甲。'
    expect(parseDraft(decree)).toMatchObject({ title: '某办法', problems: [] })
    expect(parseDraft(decree).enactmentNotes).toHaveLength(5)
    const halves = '中华人民共和国\n香港特别行政区基本法\n（1990年4月4日通过）\n第一条 甲。'
    expect(parseDraft(halves).title).toBe('中华人民共和国香港特别行政区基本法')
  })

  it('附件 follow the last article and keep their lists', () => {
    const text = '某办法\n第一条　甲见附件。\n附件1：目录表\n下列文件：\n1．子\n2．丑\n附件2\n丙'
    expect(outline(text).slice(2)).toEqual([
      'annex-1|附件1：|目录表|',
      'annex-1.p1|||下列文件：',
      'annex-1.p1.s1|1.||子',
      'annex-1.p1.s2|2.||丑',
      'annex-2|附件2||',
      'annex-2.p1|||丙',
    ])
  })

  it('序言 holds its own words', () => {
    expect(outline('某宪章\n序　言\n我们甲。\n第一章 总纲\n第一条 乙。').slice(0, 2)).toEqual([
      'preamble||序言|',
      'preamble.p1|||我们甲。',
    ])
    expect(codes('某宪章\n序　言\n我们甲。\n第一章 总纲\n第一条 乙。')).toEqual([])
  })
})

describe('项 and 目', () => {
  it('every bracket and every stop is read, and printed one way', () => {
    const text = '某条例\n第一条 下列：\n(一)甲：\n1. 子；\n2．丑；\n3、寅。\n（二）乙。\n㈢丙。\n其余从略。'
    expect(outline(text).slice(1)).toEqual([
      'art-1.p1|||下列：',
      'art-1.p1.i1|（一）||甲：',
      'art-1.p1.i1.s1|1.||子；',
      'art-1.p1.i1.s2|2.||丑；',
      'art-1.p1.i1.s3|3、||寅。',
      'art-1.p1.i2|（二）||乙。',
      'art-1.p1.i3|（三）||丙。',
      'art-1.p2|||其余从略。',
    ])
  })

  it('a line between two 项 that go on counting belongs to the first', () => {
    const text = '某条例\n第一条 下列：\n（一）甲。\n前项所称甲，是指乙。\n（二）丙。\n余款。'
    expect(outline(text).slice(1)).toEqual([
      'art-1.p1|||下列：',
      'art-1.p1.i1|（一）||甲。\n前项所称甲，是指乙。',
      'art-1.p1.i2|（二）||丙。',
      'art-1.p2|||余款。',
    ])
    expect(codes(text)).toEqual([])
  })

  it('decimals and years at the start of a line are words', () => {
    expect(outline('某条例\n第一条 甲。\n1.5米以下的，乙。\n2020年以前，丙。').slice(1)).toEqual([
      'art-1.p1|||甲。',
      'art-1.p2|||1.5米以下的，乙。',
      'art-1.p3|||2020年以前，丙。',
    ])
  })
})

describe('problems', () => {
  it.each([
    ['某条例\n第一条 甲。\n第三条 乙。', '3 number-gap'],
    ['某条例\n第一条 甲。\n第二条 乙。\n第二条 丙。', '4 number-repeated'],
    ['某条例\n第一条 甲。\n第十十条 乙。', '3 number-unreadable'],
    ['某条例\n第一条 下列：\n（一）甲；\n（三）乙。', '4 item-gap'],
    ['某条例\n第一条 下列：\n（一）甲；\n（一）乙。', '4 item-repeated'],
    ['某条例\n第一条\n（一）甲。', '3 orphan-item'],
    ['某条例\n第一条 甲。\n第二条', '3 empty-provision'],
    ['某条例\n总的来说如此。\n第一条 甲。', '2 text-before-first-article'],
    ['某条例\n甲。', '2 no-articles'],
    ['第一条 甲。', '1 no-title'],
    ['', '1 no-title'],
  ])('%j names %s', (text, problem) => {
    expect(codes(text)).toContain(problem)
  })

  it('a repeated number keeps both articles under ids of their own', () => {
    const ids = articlesOf(parseDraft('某条例\n第一条 甲。\n第一条 乙。').provisions).map(({ id }) => id)
    expect(ids).toEqual(['art-1', 'art-1~2'])
  })

  it('a repealed article keeps its number, and the bracket is its words', () => {
    const text = '某法\n第一条 甲。\n第二条　（删去）\n第三条 乙。'
    expect(outline(text)[3]).toBe('art-2.p1|||（删去）')
    expect(codes(text)).toEqual([])
  })
})
