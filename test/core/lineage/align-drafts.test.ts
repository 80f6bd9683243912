import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { LineageLink } from '#core/lineage/lineage.ts'
import { lineageUnits } from '#core/lineage/lineage-units.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { Provision } from '#core/draft/provision.ts'
import { exampleProvisions, revisedProvisions } from '../../support/example-law.ts'
import { statuteText } from '../../support/statute-text.ts'

const draft = (...articles: string[]): Provision[] =>
  parseDraft(
    `某市河岸管理条例\n\n${articles.map((words, at) => `　　第${'一二三四五六七八九'.charAt(at)}条　${words}`).join('\n')}\n`,
  ).provisions

const shown = (links: readonly LineageLink[]): string[] =>
  links.map(
    ({ from, to, kind, numberChanged, moved }) =>
      `${from.join('+')} ${kind}${numberChanged ? ' renumbered' : ''}${moved ? ' moved' : ''} ${to.join('+')}`,
  )

const fishing = '在滨水公共空间垂钓的，应当在划定的区域和时段内进行，不得影响行人通行。'
const dogs = '携带犬只进入滨水公共空间的，应当为犬只佩戴嘴套，并由成年人用牵引带牵领，及时清除粪便。'
const lights = '夜间照明应当满足安全通行的需要，并避免对周边住宅造成光污染，管理单位每月检修一次。'
const council = '管理单位应当建立市民议事会，每季度至少召开一次会议，听取对开放和管理的意见。'

describe('an article of the older draft', () => {
  test('that keeps number and words is the same', () => {
    expect(shown(alignDrafts(draft(fishing, dogs), draft(fishing, dogs)))).toEqual([
      'art-1 same art-1',
      'art-2 same art-2',
    ])
  })

  test('that only gave its number up is renumbered, and the one before it was added', () => {
    expect(shown(alignDrafts(draft(fishing, dogs), draft(lights, fishing, dogs)))).toEqual([
      ' added art-1',
      'art-1 renumbered renumbered art-2',
      'art-2 renumbered renumbered art-3',
    ])
  })

  test('whose words changed is edited, and says whether its number changed too', () => {
    const changed = dogs.replace('佩戴嘴套', '佩戴嘴套和号牌')
    expect(shown(alignDrafts(draft(fishing, dogs), draft(fishing, changed)))).toEqual([
      'art-1 same art-1',
      'art-2 edited art-2',
    ])
    expect(shown(alignDrafts(draft(fishing, dogs, lights), draft(changed, lights)))).toEqual([
      'art-1 removed ',
      'art-2 edited renumbered art-1',
      'art-3 renumbered renumbered art-2',
    ])
  })

  test('rewritten out of likeness between its neighbours is still found by a word of its own', () => {
    const ban = '河岸禁止垂钓。'
    const zones =
      '可以垂钓的岸段和时段由主管部门征求居民意见后公布，并设置标识。\n每人限用一竿一钩。\n此外禁止垂钓。'
    const links = alignDrafts(draft(lights, ban, dogs, council), draft(lights, zones, dogs, council))
    expect(shown(links)[1]).toBe('art-2 edited art-2')
    expect(links[1]?.score).toBeLessThan(0.3)
  })

  test('is not paired with what took its place unless they share such a word', () => {
    const links = alignDrafts(draft(lights, '河岸禁止垂钓。', dogs), draft(lights, council, dogs))
    expect(shown(links)).toContain('art-2 removed ')
    const two = draft(lights, '禁止垂钓的时段另行公布。', '可以垂钓的岸段由居民议事会商定。', dogs)
    expect(shown(alignDrafts(draft(lights, '河岸禁止垂钓。', dogs), two))).toContain(' added art-3')
  })

  test('changed by a comma alone is edited and never looks untouched', () => {
    const [link] = alignDrafts(draft(fishing), draft(fishing.replace('，不得', '；不得')))
    expect(link).toMatchObject({ kind: 'edited' })
    expect(link?.score).toBeLessThan(1)
  })

  test('that stands behind others now has moved', () => {
    expect(shown(alignDrafts(draft(fishing, dogs, lights), draft(dogs, lights, fishing)))).toEqual([
      'art-2 renumbered renumbered art-1',
      'art-3 renumbered renumbered art-2',
      'art-1 renumbered renumbered moved art-3',
    ])
  })

  test('whose halves became two articles was split', () => {
    expect(
      shown(alignDrafts(draft(council, fishing + dogs, lights), draft(council, fishing, dogs, lights))),
    ).toEqual(['art-1 same art-1', 'art-2 split art-2+art-3', 'art-3 renumbered renumbered art-4'])
  })

  test('that went into one with another was merged', () => {
    expect(
      shown(alignDrafts(draft(council, fishing, dogs, lights), draft(council, fishing + dogs, lights))),
    ).toEqual(['art-1 same art-1', 'art-2+art-3 merged art-2', 'art-4 renumbered renumbered art-3'])
  })

  test('whose 款 became three articles elsewhere was split into all of them', () => {
    const older = draft(`${fishing}\n　　${dogs}\n　　${lights}`, council)
    const newer = draft(council, lights, fishing, dogs)
    expect(shown(alignDrafts(older, newer))).toContain('art-1 split renumbered moved art-2+art-3+art-4')
  })

  test('of which nothing is left was removed', () => {
    expect(shown(alignDrafts(draft(fishing, dogs), draft(fishing)))).toEqual([
      'art-1 same art-1',
      'art-2 removed ',
    ])
  })
})

describe('two drafts', () => {
  test('of which one is empty have only added or only removed articles', () => {
    expect(alignDrafts([], [])).toEqual([])
    expect(shown(alignDrafts([], draft(fishing)))).toEqual([' added art-1'])
    expect(shown(alignDrafts(draft(fishing), []))).toEqual(['art-1 removed '])
  })

  test('that repeat the same words pair them in order', () => {
    const same = exampleProvisions(60)
    expect(alignDrafts(same, same).every(({ kind, from, to }) => kind === 'same' && from[0] === to[0])).toBe(
      true,
    )
  })

  test('of the example law differ in the two articles that were rewritten', () => {
    const changed = alignDrafts(exampleProvisions(), revisedProvisions()).filter(
      ({ kind }) => kind !== 'same',
    )
    expect(shown(changed)).toEqual(['art-24 edited art-24', 'art-26 edited art-26'])
  })

  test('keep words outside articles: a preamble and an annex are linked like articles', () => {
    const text = (fee: string) =>
      parseDraft(
        `某市收费办法\n\n　　第一条　${fishing}\n\n　　　　附件一　收费标准\n\n　　停车每小时${fee}元。\n`,
      ).provisions
    const links = alignDrafts(text('五'), text('八'))
    expect(links.map(({ kind }) => kind)).toEqual(['same', 'edited'])
  })

  test('have every article in exactly one link, whatever they say, and always the same ones', () => {
    fc.assert(
      fc.property(statuteText(), statuteText(), ({ provisions: from }, { provisions: to }) => {
        const links = alignDrafts(from, to)
        expect(LineageLink.array().parse(links)).toEqual(links)
        expect(links.flatMap((link) => link.from).toSorted()).toEqual(
          lineageUnits(from)
            .map(({ id }) => id)
            .toSorted(),
        )
        expect(links.flatMap((link) => link.to).toSorted()).toEqual(
          lineageUnits(to)
            .map(({ id }) => id)
            .toSorted(),
        )
        expect(alignDrafts(from, to)).toEqual(links)
      }),
      { numRuns: 60 },
    )
  })

  test('that are one text are all the same', () => {
    fc.assert(
      fc.property(statuteText(), ({ provisions }) => {
        const links = alignDrafts(provisions, provisions)
        expect(links.every(({ kind, score, moved }) => kind === 'same' && score === 1 && !moved)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a draft of thousands of articles that all sound alike', () => {
  const clauses = (count: number, words: string, skip = 0) =>
    Array.from({ length: count }, (_, at): Provision => {
      const id = `art-${at + 1}` as Provision['id']
      const text = `违反本条例第${at + skip}项规定的，由主管部门${words}，处${at + skip}元以上罚款，情节严重的吊销许可。`
      const paragraph = {
        id: `${id}.p1` as Provision['id'],
        kind: 'paragraph' as const,
        number: 1,
        label: '',
        text,
      }
      const children = [{ ...paragraph, children: [] }]
      return { id, kind: 'article', number: at + 1, label: `第${at + 1}条`, text: '', children }
    })

  test('is aligned in seconds and keeps its order', () => {
    const before = process.cpuUsage()
    const links = alignDrafts(clauses(3000, '责令改正'), clauses(3000, '责令限期改正'))
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
    expect(links.filter(({ kind, from, to }) => kind === 'edited' && from[0] === to[0]).length).toBe(3000)
  })

  test('of which a third was cut is still aligned in seconds', () => {
    const before = process.cpuUsage()
    const links = alignDrafts(clauses(3000, '责令改正'), clauses(2000, '责令限期改正', 1000))
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
    expect(links.flatMap(({ from }) => from)).toHaveLength(3000)
  })
})
