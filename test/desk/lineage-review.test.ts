import { describe, expect, test } from 'vitest'
import { alignDrafts } from '../../functions/core/lineage/align-drafts.ts'
import {
  causeKinds,
  causeKindNames,
  changedArticles,
  maxCauseChars,
} from '../../functions/core/lineage/causes.ts'
import { compareTexts } from '../../functions/core/lineage/compare-texts.ts'
import { correctLinks } from '../../functions/core/lineage/correct-links.ts'
import type { MemberId, ProvisionId } from '../../functions/core/ids.ts'
import type { Lineage, LineageCorrection, LineageLink } from '../../functions/core/lineage/lineage.ts'
import { parseDraft } from '../../functions/core/draft/parse-draft.ts'
import { clashWith } from '../../site/src/desk/rules/lineage-clash.ts'
import { correctionTrouble, isConfirmed, undoOf } from '../../site/src/desk/rules/lineage-correction.ts'
import { causeOf, filterRows, reviewRows } from '../../site/src/desk/rules/lineage-rows.ts'
import { lineageZh } from '../../site/src/desk/words/lineage.zh.ts'
import { maxSentenceChars } from '../../site/src/desk/rules/cause-check.ts'

const draft = (articles: string[]) =>
  parseDraft(['云溪市示例条例', '第一章　总则', ...articles].join('\n')).provisions
const older = draft([
  '第一条　为了用好江边的步道和绿地，制定本条例。',
  '第二条　禁止携带犬只进入滨水公共空间，禁止在岸边垂钓。',
  '第三条　沿岸区人民政府负责滨水公共空间的日常养护。',
  '第四条　本条例自公布之日起施行。',
])
const newer = draft([
  '第一条　为了用好江边的步道和绿地，制定本条例。',
  '第二条　水上活动应当遵守航道管理的规定，服从海事管理机构的指挥。',
  '第三条　沿岸区人民政府负责滨水公共空间的日常养护和夜间照明。',
  '第四条　本条例自公布之日起施行。',
])
const by = {
  memberId: 'm-1' as MemberId,
  at: '2026-11-20T02:00:00.000Z' as LineageLink['correctedAt'] & string,
}
const computed = alignDrafts(older, newer)
const heldOf = (links: LineageLink[]) => ({
  lineage: { links, rev: 0 } as Lineage,
  rows: compareTexts(older, newer, links),
})
const ids = (...names: string[]) => names as ProvisionId[]

describe('reviewing what became of each article', () => {
  test('a cause is asked for exactly the articles that owe one', () => {
    const subjects = reviewRows(heldOf(computed)).flatMap(({ subject }) => subject ?? [])
    const sorted = (list: typeof subjects) => list.map((one) => `${one.side} ${one.provisionId}`).toSorted()
    expect(subjects.length).toBeGreaterThan(0)
    expect(sorted(subjects)).toEqual(sorted(changedArticles(computed)))
  })

  test('every article stands in one row with its link, titles in rows without one', () => {
    const rows = reviewRows(heldOf(computed))
    expect(rows.filter(({ row, link }) => (row.kind === 'heading') === (link !== undefined))).toEqual([])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })

  test('rows without a cause are those that owe one', () => {
    const rows = reviewRows(heldOf(computed))
    const [first, ...others] = rows.flatMap(({ subject }) => subject ?? [])
    expect(others.length).toBeGreaterThan(0)
    expect(filterRows(rows, 'causeless', first && [first])).toHaveLength(1)
    expect(filterRows(rows, 'causeless')).toEqual([])
    expect(causeOf(others, first)).toBeUndefined()
  })

  test('a doubtful match comes up for a second look until a person has set it', () => {
    const doubtful = computed.map((link) => (link.kind === 'edited' ? { ...link, score: 0.41 } : link))
    expect(filterRows(reviewRows(heldOf(doubtful)), 'unsure', [])).not.toEqual([])
    const set = doubtful.map((link) => ({ ...link, correctedBy: by.memberId }))
    expect(filterRows(reviewRows(heldOf(set)), 'unsure', [])).toEqual([])
  })
})

describe('two people correcting at once', () => {
  const corrected = (from: string, to: string[], links = computed) =>
    correctLinks(older, newer, links, [{ from: ids(from), to: ids(...to) }], by)
  const wish = [{ from: ids('art-2'), to: ids('art-2') }]

  test('do not clash over different articles', () => {
    expect(clashWith(computed, corrected('art-1', []), wish)).toEqual([])
  })

  test('clash over the same one: what the colleague made of it is shown', () => {
    const theirs = corrected('art-3', ['art-2', 'art-3'])
    expect(clashWith(computed, theirs, wish).map(({ from, to }) => `${from.join()}>${to.join()}`)).toEqual([
      'art-3>art-2,art-3',
    ])
  })
})

describe('correcting a match', () => {
  test('nothing, several to several, and the same one twice are told before they are sent', () => {
    const trouble = (from: string[], to: string[]) =>
      correctionTrouble({ from: ids(...from), to: ids(...to) })
    expect(trouble([], [])).toBe('nothing')
    expect(trouble(['art-1', 'art-2'], ['art-1', 'art-2'])).toBe('several-to-several')
    expect(trouble(['art-1', 'art-2'], [])).toBe('several-to-several')
    expect(trouble(['art-1', 'art-1'], ['art-1'])).toBe('twice')
    expect(trouble(['art-1'], ['art-1', 'art-2'])).toBeUndefined()
    expect(trouble([], ['art-2'])).toBeUndefined()
  })

  test('taking a correction back gives the computed lineage again, whatever was corrected', () => {
    const wishes: LineageCorrection[] = [
      { from: ids('art-2'), to: ids('art-2') },
      { from: ids('art-3'), to: ids('art-2') },
      { from: ids('art-1'), to: ids('art-1', 'art-2') },
      { from: ids('art-4'), to: [] },
    ]
    const plain = (links: readonly LineageLink[]) =>
      links.map(({ from, to, kind }) => `${from.join('+')}>${to.join('+')} ${kind}`).toSorted()
    for (const wish of wishes) {
      const corrected = correctLinks(older, newer, computed, [wish], by)
      const link = corrected.find(
        ({ from, to }) => `${from.join()}>${to.join()}` === `${wish.from.join()}>${wish.to.join()}`,
      )
      const undo = undoOf(link)
      expect(undo, JSON.stringify(wish)).toBeDefined()
      expect(plain(correctLinks(older, newer, corrected, undo ?? [], by))).toEqual(plain(computed))
    }
  })

  test('a doubtful match that a person confirmed is no longer shown as doubtful', () => {
    const other = draft(['第一条　违反规定的，由主管部门责令改正，并处罚款。', '第二条　江边禁止垂钓。'])
    const later = draft([
      '第一条　违反规定的，由主管部门责令改正，并处罚款。',
      '第二条　可以垂钓的岸段和时段由管理单位征求居民意见后公布，每人限用一竿一钩，此外江边禁止垂钓。',
    ])
    const found = alignDrafts(other, later)
    const sureness = (links: LineageLink[]) =>
      reviewRows({ lineage: { links } as Lineage, rows: compareTexts(other, later, links) }).at(-1)
    expect(sureness(found)).toMatchObject({ sure: false, link: { kind: 'edited' } })
    const wish = { from: found.at(-1)?.from ?? [], to: found.at(-1)?.to ?? [] }
    const row = sureness(correctLinks(other, later, found, [wish], by))
    expect([row?.sure, isConfirmed(row?.link), isConfirmed(found.at(-1))]).toEqual([true, true, false])
    expect(undoOf(row?.link)).toBeUndefined()
  })

  test('what nobody corrected cannot be taken back', () => {
    expect(computed.map(undoOf).filter((undo) => undo !== undefined)).toEqual([])
  })
})

describe('naming a cause', () => {
  test('the kinds are core’s own, and a sentence is as long as core allows', () => {
    expect(lineageZh.causeKinds).toEqual(causeKindNames)
    expect(Object.keys(lineageZh.causeKinds)).toEqual([...causeKinds])
    expect(maxSentenceChars).toBe(maxCauseChars)
  })
})
