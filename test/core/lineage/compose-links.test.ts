import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { composeLinks } from '#core/lineage/compose-links.ts'
import { correctLinks } from '#core/lineage/correct-links.ts'
import type { MemberId, ProvisionId } from '#core/ids.ts'
import type { LineageCorrection, LineageLink } from '#core/lineage/lineage.ts'
import { lineageUnits } from '#core/lineage/lineage-units.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { Provision } from '#core/draft/provision.ts'
import type { Instant } from '#core/time.ts'
import { statuteText } from '../../support/statute-text.ts'

const draft = (...articles: string[]): Provision[] =>
  parseDraft(
    `某市条例\n\n${articles.map((words, at) => `第${'一二三四五'.charAt(at)}条　${words}`).join('\n')}\n`,
  ).provisions
const lights = '夜间照明应当满足安全通行的需要，并避免对周边住宅造成光污染。'
const council = '管理单位应当建立市民议事会，每季度至少召开一次会议，听取对开放和管理的意见。'
const first = draft(lights, '殡葬服务的收费项目应当经物价管理部门核准并予以公布。', council)
const second = draft(lights, '本市实行分类定价，基本服务由政府定价。', council)
const third = draft(lights, council, '主管部门制定价目表，其他服务实行市场调节价。')

const ids = (...texts: string[]) => texts as ProvisionId[]
const pair = (from: string, to: string) => ({ from: ids(from), to: ids(to) })
const shown = (links: readonly LineageLink[]) =>
  links.map(({ from, to, kind }) => `${from.join('+')} ${kind} ${to.join('+')}`)
const by = (name: string, day: number) => ({
  memberId: name as MemberId,
  at: `2026-12-${day}T02:00:00.000Z` as Instant,
})
const corrected = (
  from: Provision[],
  to: Provision[],
  correction: LineageCorrection,
  name: string,
  day: number,
) => correctLinks(from, to, alignDrafts(from, to), [correction], by(name, day))

const direct = alignDrafts(first, third)
const chain = [
  corrected(first, second, pair('art-2', 'art-2'), 'wang', 10),
  corrected(second, third, pair('art-2', 'art-3'), 'li', 12),
]

describe('corrections from neighbour to neighbour', () => {
  test('hold from the first draft to the last, with who said the last of them', () => {
    expect(shown(direct)).toContain('art-2 removed ')
    const composed = composeLinks(first, third, direct, chain)
    expect(shown(composed)).toEqual(['art-1 same art-1', 'art-3 renumbered art-2', 'art-2 edited art-3'])
    expect(composed.at(-1)).toMatchObject({ correctedBy: 'li', correctedAt: by('li', 12).at })
    expect(
      composed
        .at(-1)
        ?.was?.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['added', 'removed'])
    expect(composed[0]).not.toHaveProperty('correctedBy')
  })

  test('change nothing where nobody corrected anything', () => {
    const computed = [alignDrafts(first, second), alignDrafts(second, third)]
    expect(composeLinks(first, third, direct, computed)).toEqual(direct)
  })

  test('do not let an article end where only the machine lost it', () => {
    const half = [chain[0] ?? [], alignDrafts(second, third)]
    expect(shown(composeLinks(first, third, direct, half))).toEqual(shown(direct))
  })

  test('end it where a person said so', () => {
    const ending = corrected(second, third, { from: ids('art-3'), to: [] }, 'li', 12)
    const composed = composeLinks(first, third, direct, [alignDrafts(first, second), ending])
    expect(shown(composed)).toContain('art-3 removed ')
  })

  test('of an article split and joined again on the way go to what it is most like', () => {
    const joined = corrected(first, second, { from: ids('art-1', 'art-3'), to: ids('art-3') }, 'wang', 10)
    const parted = corrected(second, third, { from: ids('art-3'), to: ids('art-1', 'art-2') }, 'li', 12)
    const composed = composeLinks(first, third, direct, [joined, parted])
    expect(shown(composed)).toEqual(expect.arrayContaining(['art-1 same art-1', 'art-3 renumbered art-2']))
  })

  test('leave every article in exactly one link, and always come out the same', () => {
    const texts = fc.tuple(statuteText(), statuteText(), statuteText(), fc.nat(), fc.nat(), fc.nat())
    fc.assert(
      fc.property(texts, ([a, b, c, x, y, z]) => {
        const [one, two, three] = [a.provisions, b.provisions, c.provisions]
        const some = (units: Provision[], at: number) => {
          const all = lineageUnits(units)
          return all[at % all.length]?.id ?? ''
        }
        const steps = [
          corrected(one, two, pair(some(one, x), some(two, y)), 'wang', 10),
          corrected(two, three, pair(some(two, y), some(three, z)), 'li', 12),
        ]
        const composed = composeLinks(one, three, alignDrafts(one, three), steps)
        const all = (provisions: Provision[]) => lineageUnits(provisions).map(({ id }) => id)
        expect(composed.flatMap(({ from }) => from).toSorted()).toEqual(all(one).toSorted())
        expect(composed.flatMap(({ to }) => to).toSorted()).toEqual(all(three).toSorted())
        expect(composeLinks(one, three, alignDrafts(one, three), steps)).toEqual(composed)
      }),
      { numRuns: 40 },
    )
  })
})
