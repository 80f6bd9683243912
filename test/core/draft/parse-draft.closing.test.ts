import { describe, expect, it } from 'vitest'
import { akomaNtosoIds } from '#core/draft/akoma-ntoso-names.ts'
import { citeProvision } from '#core/draft/cite.ts'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { compareTexts } from '#core/lineage/compare-texts.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'

const body = '某办法\n第一条　甲。\n第二条　本办法自公布之日起施行。'
const closings = (text: string) =>
  parseDraft(text).provisions.flatMap(({ kind, text: words }) => (kind === 'closing' ? [words] : []))
const lastArticle = (text: string) =>
  parseDraft(text)
    .provisions.findLast(({ kind }) => kind === 'article')
    ?.children.map((each) => each.text)
const codes = (text: string) => parseDraft(text).problems.map(({ line, code }) => `${line} ${code}`)

describe('what stands behind the last article', () => {
  it.each([
    ['a date', '2024年3月1日'],
    ['a date in Han numerals', '二〇二四年三月一日'],
    ['an organ alone', '某市人民政府'],
    ['an organ and a date', '某市人民政府\n2024年3月1日'],
    ['two organs', '最高人民法院\n最高人民检察院\n2024年3月1日'],
    ['who signed', '市　长　张某某\n2024年3月1日'],
    ['who may read it', '（此件公开发布）'],
    [
      'what an office writes below',
      '某市人民政府\n2024年3月1日\n抄送：市委各部门。\n某市人民政府办公室 2024年3月2日印发',
    ],
    [
      'the attestation of a treaty',
      '本协定于二〇二四年三月一日在某市签订，一式两份，每份都用中文和某文写成，两种文本同等作准。\n甲方政府代表　乙方政府代表\n张某　李某',
    ],
    ['what is signed in faith', '下列代表，经各自政府正式授权，签署本协定，以昭信守。\n（签字）　（签字）'],
    ['a date to be filled in beside a seal', '某市人民政府（盖章）\n　年　月　日'],
    ['what is set to the right', '　　　　　　　　　　张某某'],
  ])('%s is a part of its own', (_, words) => {
    const text = `${body}\n${words}`
    const read = words.split('\n').map((line) => line.trim().replace(/[\s　]+/gu, ' '))
    expect(closings(text)).toEqual([read.join('\n')])
    expect(lastArticle(text)).toEqual(['本办法自公布之日起施行。'])
    expect(codes(text)).toEqual([])
    const draft = parseDraft(text)
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it('before an annex belongs to the text, not to the annex', () => {
    const text = `${body}\n某市人民政府\n2024年3月1日\n附件1\n名录\n甲。`
    expect(parseDraft(text).provisions.map(({ id }) => id)).toEqual(['art-1', 'art-2', 'closing', 'annex-1'])
  })

  it('stands behind a list of annexes too, where offices put it', () => {
    const text = `${body}\n附件：1.甲表\n2.乙表\n某市人民政府\n2024年3月1日\n附件1\n甲表\n甲。`
    expect(parseDraft(text).provisions.map(({ id }) => id)).toEqual([
      'art-1',
      'art-2',
      'annex-1',
      'closing',
      'annex-1~2',
    ])
    const draft = parseDraft(text)
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it.each([
    ['a 款', '本办法由某市人民政府解释。'],
    ['a 项 that names an organ', '下列机关负责：\n（一）市人民政府；\n（二）区人民政府'],
    ['a date inside a sentence', '2024年3月1日以前的，从其规定。'],
    ['a sentence that names an organ and lost its stop', '解释权属于某市人民政府'],
    ['a sentence that names an office and lost its stop', '本办法的修改授权市长决定'],
    ['a row of a table', '本表如下：\n项目　金额\n甲　十元'],
  ])('%s stays in its article', (_, words) => {
    expect(closings(`${body}\n${words}`)).toEqual([])
  })

  it('is named where it is doubtful, and mended by moving it to the right', () => {
    expect(codes(`${body}\n张某某`)).toEqual(['4 closing-doubted'])
    expect(codes(`${body}\n2024年3月1日\n本网站刊登的文本以公报为准。`)).toEqual(['4 closing-doubted'])
    expect(codes(`${body}\n        张某某`)).toEqual([])
    expect(closings(`${body}\n        张某某`)).toEqual(['张某某'])
  })

  it('ends where a 议定书 begins behind the signatures, which is an annex with a name alone', () => {
    const signed =
      '本协定于2024年3月1日在某市签订，一式两份，两种文本同等作准。\n如有分歧，以甲文本为准。\n甲方　乙方\n张某　李某'
    const text = `${body}\n${signed}\n甲乙协定的议定书\n双方代表议定如下：\n一、关于第一条\n（一）甲。\n二、关于第二条\n（一）乙。`
    const draft = parseDraft(text)
    expect(closings(text)).toEqual([signed.replaceAll('　', ' ')])
    expect(draft.problems).toEqual([])
    const annex = draft.provisions.at(-1)
    expect([annex?.kind, annex?.label, annex?.heading]).toEqual(['annex', '', '甲乙协定的议定书'])
    expect(annex?.children[0]?.children.map(({ label, children }) => label + children.length)).toEqual([
      '一、1',
      '二、1',
    ])
    expect(parseDraft(printDraft(draft))).toEqual(draft)
  })

  it('words without a name behind the signatures stay with them and are named', () => {
    const text = `${body}\n双方签署本协定，以昭信守。\n张某　李某\n以下事项另行商定。`
    expect(closings(text)).toEqual(['双方签署本协定，以昭信守。\n张某 李某\n以下事项另行商定。'])
    expect(codes(text)).toEqual(['6 closing-doubted'])
  })

  it('is found in an article whose number stands alone on its line', () => {
    const text = '某办法\n第一条\n甲。\n第二条\n本办法自公布之日起施行。\n2024年3月1日'
    expect(closings(text)).toEqual(['2024年3月1日'])
    expect(closings('某办法\n第一条\n甲。\n第二条\n2024年3月1日')).toEqual([])
  })

  it('in English begins with how it was done', () => {
    const text =
      'Bank Treaty\nArticle 1\nA.\nArticle 2\nB.\nDone at Yunxi on 1 March 2024, in two copies.\nFor the City\nA. Person'
    expect(closings(text)).toEqual(['Done at Yunxi on 1 March 2024, in two copies.\nFor the City\nA. Person'])
    expect(codes(text)).toEqual([])
  })

  it('is compared by itself: another date changes no article', () => {
    const [from, to] = ['2024年3月1日', '2025年9月1日'].map(
      (date) => parseDraft(`${body}\n某市人民政府\n${date}`).provisions,
    )
    const rows = compareTexts(from ?? [], to ?? [], alignDrafts(from ?? [], to ?? []))
    expect(rows.map(({ kind, to }) => `${kind} ${to[0]?.id}`)).toEqual([
      'same art-1',
      'same art-2',
      'edited closing',
    ])
  })

  it('has a name to be cited and found by, and one in Akoma Ntoso', () => {
    const { provisions } = parseDraft(`${body}\n2024年3月1日`)
    expect(citeProvision(provisions, 'closing' as ProvisionId)).toBe('落款')
    expect(findProvision(provisions, '落款')?.id).toBe('closing')
    expect(akomaNtosoIds(provisions).get('closing' as ProvisionId)).toBe('conclusions')
  })
})
