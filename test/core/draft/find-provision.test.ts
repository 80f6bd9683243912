import { describe, expect, it } from 'vitest'
import { citeProvision } from '#core/draft/cite.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { walkProvisions } from '#core/draft/provision.ts'

const { provisions } = parseDraft(
  [
    '某条例',
    '第一编 总则',
    '第一章 目的',
    '第一条 甲。',
    '乙。',
    '第二编 分则',
    '第一章 管理',
    '第一节 一般',
    '第二条 下列：',
    '（一）丙：',
    '1.子；',
    '2.丑。',
    '（二）丁。',
    '第二条之一 戊。',
    '附则',
    '第三条 己。',
    '附件一 名录',
    '庚。',
  ].join('\n'),
)

describe('findProvision', () => {
  it.each([
    ['第一条', 'art-1'],
    ['1', 'art-1'],
    ['１', 'art-1'],
    ['一', 'art-1'],
    ['第1条', 'art-1'],
    ['art-1', 'art-1'],
    ['第一条第二款', 'art-1.p2'],
    ['第 二 条 之 一', 'art-2-1'],
    ['2-1', 'art-2-1'],
    ['第二条第一款第（一）项', 'art-2.p1.i1'],
    ['第二条第（一）项第2目', 'art-2.p1.i1.s2'],
    ['第二条(二)项', 'art-2.p1.i2'],
    ['第二条　应当删去', 'art-2'],
    ['第二条 第一款 意见如下', 'art-2.p1'],
    ['第二编', 'prt-2'],
    ['第二编第一章', 'prt-2.chp-1'],
    ['第一节', 'prt-2.chp-1.sec-1'],
    ['附则', 'supplement'],
    ['附件一', 'annex-1'],
    ['附件', 'annex-1'],
    ['art-2.p1.i1.s1', 'art-2.p1.i1.s1'],
  ])('%s is %s', (citation, id) => {
    expect(findProvision(provisions, citation)?.id).toBe(id)
  })

  it.each([
    '',
    '全文',
    '第九条',
    '第一章',
    '第一条、第二条',
    '第一条 第二条',
    '第一条第三款',
    '第二条第（三）项',
    '条',
    '第十十条',
    '__proto__',
  ])('%j is nothing that stands there alone', (citation) => {
    expect(findProvision(provisions, citation)).toBeUndefined()
  })
})

it('a long text in place of a citation is refused at once', () => {
  const started = performance.now()
  for (const unit of ['1', '一', '第一', ' 1'])
    expect(findProvision(provisions, unit.repeat(20_000))).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(1000)
})

describe('citeProvision', () => {
  it.each([
    ['art-1', '第一条'],
    ['art-1.p2', '第一条第二款'],
    ['art-2.p1', '第二条'],
    ['art-2.p1.i1', '第二条第（一）项'],
    ['art-2.p1.i1.s2', '第二条第（一）项第2目'],
    ['art-2-1', '第二条之一'],
    ['prt-2.chp-1.sec-1', '第二编第一章第一节'],
    ['supplement', '附则'],
    ['annex-1', '附件一'],
    ['art-99', ''],
  ])('%s is %s', (id, citation) => {
    expect(citeProvision(provisions, id as ProvisionId)).toBe(citation)
  })

  it('what is cited is found again, but for the only 款 of an article', () => {
    for (const { id, kind } of walkProvisions(provisions)) {
      if (kind === 'paragraph') continue
      expect(findProvision(provisions, citeProvision(provisions, id))?.id).toBe(id)
    }
  })
})
