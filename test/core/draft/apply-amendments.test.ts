import { describe, expect, it } from 'vitest'
import { readAmendments } from '#core/draft/amending-decision.ts'
import { applyAmendments } from '#core/draft/apply-amendments.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { articlesOf, provisionWords, walkProvisions } from '#core/draft/provision.ts'
import { hasLaws, readStatute, statutes } from '../../support/statutes.ts'

const statute = parseDraft(
  '某条例\n第一章　总则\n第一条　甲。\n第二条　乙：\n（一）子；\n（二）丑。\n乙后款。\n第二章　管理\n第三条　丙由水务局办理。\n第四条　丁。\n附　则\n第五条　戊。',
).provisions
const apply = (clauses: string) =>
  applyAmendments(
    statute,
    readAmendments(parseDraft(`关于修改《某条例》的决定\n作如下修改：\n${clauses}`).provisions),
  )
const print = (clauses: string) =>
  apply(clauses)
    .provisions.flatMap((each) => provisionWords(each).split('\n'))
    .join('|')
const labels = (clauses: string) =>
  [...walkProvisions(apply(clauses).provisions)]
    .filter(({ kind }) => kind === 'article' || kind === 'chapter')
    .map(({ id, label, children }) => `${id}${label}${label.includes('条') ? (children[0]?.text ?? '') : ''}`)

describe('a decision carried out', () => {
  it('nothing ordered leaves the statute as it is', () => {
    expect(applyAmendments(statute, [])).toEqual({ provisions: statute, unapplied: [] })
  })

  it('an article is put in, the others move down, each in its own 章', () => {
    expect(labels('一、增加一条，作为第三条：“新。”\n二、本决定自公布之日起施行。')).toEqual([
      'chp-1第一章',
      'art-1第一条甲。',
      'art-2第二条乙：',
      'art-3第三条新。',
      'chp-2第二章',
      'art-4第四条丙由水务局办理。',
      'art-5第五条丁。',
      'supplement',
      'art-6第六条戊。',
    ])
  })

  it('moves, deletions and new words come together', () => {
    const clauses =
      '一、第一条修改为：“新甲。\n“新甲二款。”\n二、删去第四条。\n三、将第三条改为第四条，修改为：“新丙。”\n四、增加一条，作为第三条：“新三。”\n五、将第二条第二款中的“后”修改为“末”。'
    expect(apply(clauses).unapplied).toEqual([])
    expect(labels(clauses)).toEqual([
      'chp-1第一章',
      'art-1第一条新甲。',
      'art-2第二条乙：',
      'art-3第三条新三。',
      'chp-2第二章',
      'art-4第四条新丙。',
      'supplement',
      'art-5第五条戊。',
    ])
    expect(print(clauses)).toContain('新甲。|新甲二款。')
    expect(print(clauses)).toContain('乙末款。')
  })

  it('之一 moves nothing', () => {
    expect(labels('一、增加一条，作为第三条之一：“新。”').slice(-4)).toEqual([
      'art-3-1第三条之一新。',
      'art-4第四条丁。',
      'supplement',
      'art-5第五条戊。',
    ])
  })

  it('an article may itself become a 之一, and none is lost', () => {
    const moved = labels('一、将第五条改为第一条之一。')
    expect(moved.slice(0, 3)).toEqual(['chp-1第一章', 'art-1第一条甲。', 'art-1-1第一条之一戊。'])
    expect(moved).toHaveLength(8)
  })

  it('款 and 项 are put in, replaced, struck, and counted anew', () => {
    expect(print('一、第二条增加一项，作为第二项：“（二）寅；”')).toContain(
      '（一）子；|（二）寅；|（三）丑。',
    )
    expect(print('一、删去第二条第（一）项。')).toContain('乙：|（一）丑。|乙后款。')
    expect(print('一、将第二条第一款第二项修改为：“卯。”')).toContain('（一）子；|（二）卯。|乙后款。')
    expect(print('一、第一条增加一款，作为第二款：“新款。”')).toContain('甲。|新款。')
    expect(print('一、删去第二条第二款。')).not.toContain('乙后款')
  })

  it.each([
    '一、删去第九条。',
    '一、第一条第三款修改为：“甲。”',
    '一、将第三条中的“民政局”修改为“民政部门”。',
    '一、增加一章，作为第三章：“第三章　新”',
    '一、将第四条改为第三条。\n二、将第五条改为第三条。',
  ])('%s cannot be carried out for certain and is left to a person', (clause) => {
    const { provisions, unapplied } = apply(clause)
    expect(unapplied).toHaveLength(1)
    if (!clause.includes('改为第')) expect(provisions).toEqual(statute)
    expect(articlesOf(provisions)).toHaveLength(5)
  })

  it('the statute that was given stays as it was', () => {
    const before = structuredClone(statute)
    apply('一、删去第一条。\n二、第二条修改为：“新。”')
    expect(statute).toEqual(before)
  })

  it.skipIf(!hasLaws).each(statutes)('$name with one article more reads as printed', ({ name, articles }) => {
    const draft = parseDraft(readStatute(name))
    const decision =
      '某决定\n作如下修改：\n一、增加一条，作为第二条：“本法另有规定。”\n二、自公布之日起施行。'
    const amended = applyAmendments(draft.provisions, readAmendments(parseDraft(decision).provisions))
    expect(amended.unapplied).toEqual([])
    const read = parseDraft(printDraft({ ...draft, provisions: amended.provisions }))
    expect(read.problems).toEqual([])
    expect(read.provisions).toEqual(amended.provisions)
    expect([...walkProvisions(read.provisions)].filter(({ kind }) => kind === 'article')).toHaveLength(
      articles + 1,
    )
  })
})
