import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, type Provision } from '#core/draft/provision.ts'
import { redraft } from '../../support/redraft.ts'
import { hasLaws, readStatute, statutes } from '../../support/statutes.ts'

type Name = (typeof statutes)[number]['name']
const parsed = new Map<Name, Provision[]>()
function provisionsOf(name: Name): Provision[] {
  const provisions = parsed.get(name) ?? parseDraft(readStatute(name)).provisions
  parsed.set(name, provisions)
  return provisions
}

/** `13>15`, `13>` for removed, `>5` for added; by article number. */
function linksOf(older: Name, newer: Name): Map<string, string> {
  const bare = (ids: readonly string[]) => ids.map((id) => id.replace('art-', '')).join('+')
  const links = alignDrafts(provisionsOf(older), provisionsOf(newer))
  return new Map(links.map(({ from, to, kind }) => [`${bare(from)}>${bare(to)}`, kind]))
}

/** Pairs of successive texts, by the name they share. */
const pairs: [Name, Name][] = [
  ['shanghai-funeral-before', 'shanghai-funeral-2024'],
  ['shanghai-business-environment-2020', 'shanghai-business-environment-2024'],
  ['shanghai-residential-property-2010', 'shanghai-residential-property-2020'],
]

// What each article became was read off the two texts by a person before the lines below were written.
describe.skipIf(!hasLaws)('successive texts of a real statute', () => {
  test('殡葬管理条例: 36 new articles, found by reading', () => {
    const links = linksOf(...(pairs[0] as [Name, Name]))
    const read: Record<string, string> = {
      '1>1': 'edited',
      '4>4': 'edited',
      '>5': 'added', // 一网通办
      '5>6': 'edited',
      '>7': 'added', // 行业自律
      '6>8': 'edited',
      '7>9': 'renumbered',
      '8>10': 'edited',
      '9>11': 'renumbered',
      '12>14': 'edited',
      '>16': 'added', // 明码标价
      '14>17': 'edited', // 丧事承办人
      '15>18': 'edited',
      '16>19': 'edited',
      '>20': 'added', // 无名遗体
      '17>21': 'renumbered',
      '18>22': 'edited', // 殡仪服务站以外
      '20>24': 'edited',
      '21>25': 'edited',
      '22>26': 'edited', // 生态安置
      '23>27': 'renumbered',
      '24>28': 'renumbered',
      '27>31': 'renumbered',
      '28>32': 'edited', // 罚则
      '>33': 'added', // 失信信息
      '29>34': 'edited',
      '30>': 'removed', // 由市民政局负责解释
      '>35': 'added',
      '31>36': 'renumbered', // 施行
    }
    expect(Object.fromEntries([...links].filter(([link]) => link in read))).toEqual(read)
    expect([...links.values()].filter((kind) => kind === 'renumbered')).toHaveLength(9)
  })

  test('优化营商环境条例: all 80 articles found among 97', () => {
    const links = linksOf(...(pairs[1] as [Name, Name]))
    const read: Record<string, string> = {
      '7>7': 'same',
      '22>22': 'edited',
      '>23': 'added', // 突发事件纾困
      '23>24': 'edited',
      '28>29': 'edited', // 证明事项清单
      '29>30': 'renumbered',
      '>35': 'added', // 年报多报合一
      '>38': 'added', // 建筑师负责制
      '>39': 'added', // 工程质量潜在缺陷保险
      '43>48': 'edited', // 简易注销
      '47>52': 'edited', // 公用企事业单位
      '48>53': 'edited', // 动产担保
      '>54': 'added', // 信托登记
      '56>66': 'edited', // 信用信息
      '61>72': 'edited', // 裁量权基准
      '68>84': 'edited', // 法律文书送达地址
      '>87': 'added', // 企业董事
      '74>91': 'renumbered',
      '80>97': 'renumbered', // 施行
    }
    expect(Object.fromEntries([...links].filter(([link]) => link in read))).toEqual(read)
    expect([...links.keys()].filter((link) => link.endsWith('>'))).toEqual([])
    expect([...links.values()].filter((kind) => kind === 'added')).toHaveLength(17)
  })

  test('住宅物业管理规定: 95 articles keep their numbers, seventeen are edited', () => {
    const links = linksOf(...(pairs[2] as [Name, Name]))
    expect([...links.keys()].every((link) => link.split('>')[0] === link.split('>')[1])).toBe(true)
    const edited = [...links]
      .filter(([, kind]) => kind === 'edited')
      .map(([link]) => Number(link.split('>')[0]))
    expect(edited).toEqual([1, 4, 6, 10, 17, 18, 20, 42, 44, 46, 49, 53, 58, 69, 76, 84, 91])
  })
})

describe.skipIf(!hasLaws)('the cross product of real statutes', () => {
  const related = (a: Name, b: Name) =>
    a === b || pairs.some(([older, newer]) => (a === older && b === newer) || (a === newer && b === older))

  test('links nothing between texts of different bills, not even 施行 and 责任 clauses', () => {
    for (const { name: a } of statutes)
      for (const { name: b } of statutes) {
        if (related(a, b)) continue
        const linked = alignDrafts(provisionsOf(a), provisionsOf(b)).filter(
          ({ from, to }) => from.length > 0 && to.length > 0,
        )
        expect(linked, `${a} × ${b}`).toEqual([])
      }
  })

  test('finds every text the same as itself', () => {
    for (const { name } of statutes) {
      const links = alignDrafts(provisionsOf(name), provisionsOf(name))
      expect(new Set(links.map(({ kind }) => kind)), name).toEqual(new Set(['same']))
    }
  })
})

describe.skipIf(!hasLaws)('real statutes redrafted by machine, so that the right answer is known', () => {
  test('have nearly every split, merged and removed article found', () => {
    const shares = statutes.map(({ name }, seed) => {
      const articles = articlesOf(provisionsOf(name))
      const { articles: newer, links: known } = redraft(articles, seed + 7)
      const key = ({ from, to }: { from: string[]; to: string[] }) => `${from.join('+')}>${to.join('+')}`
      const found = new Set(alignDrafts(articles, newer).map(key))
      return { name, right: known.filter((link) => found.has(key(link))).length / known.length }
    })
    // The criminal law says 「过失犯前款罪的，处…」 in the same words all over: no machine can tell those 款 apart.
    for (const { name, right } of shares) expect(right, name).toBeGreaterThanOrEqual(0.96)
    expect(shares.filter(({ right }) => right === 1).length).toBeGreaterThanOrEqual(9)
  })
})
