import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { checkCorrections, correctLinks } from '#core/lineage/correct-links.ts'
import type { MemberId, ProvisionId } from '#core/ids.ts'
import { LineageLink } from '#core/lineage/lineage.ts'
import { lineageUnits } from '#core/lineage/lineage-units.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { Instant } from '#core/time.ts'
import { statuteText } from '../../support/statute-text.ts'

const lights = '夜间照明应当满足安全通行的需要，并避免对周边住宅造成光污染。'
const fee = '殡葬服务的收费项目及其收费标准，应当经物价管理部门核准并予以公布。'
const prices = '本市实行分类定价，基本服务由政府定价，其他服务实行市场调节价。'
const older = parseDraft(`某市条例\n\n第一条　${lights}\n\n第二条　${fee}\n`).provisions
const newer = parseDraft(
  `某市条例\n\n第一条　${lights}\n\n第二条　${prices}\n\n第三条　违反规定的，依法处理。\n`,
).provisions
const by = { memberId: 'wang' as MemberId, at: '2026-12-10T02:00:00.000Z' as Instant }
const ids = (...texts: string[]) => texts as ProvisionId[]
const shown = (links: readonly LineageLink[]) =>
  links.map(({ from, to, kind }) => `${from.join('+')} ${kind} ${to.join('+')}`)
const links = alignDrafts(older, newer)

describe('a person who corrects a lineage', () => {
  test('links what no machine could, and both earlier proposals are kept', () => {
    expect(shown(links)).toEqual(['art-1 same art-1', 'art-2 removed ', ' added art-2', ' added art-3'])
    const corrected = correctLinks(older, newer, links, [{ from: ids('art-2'), to: ids('art-2') }], by)
    expect(shown(corrected)).toEqual(['art-1 same art-1', 'art-2 edited art-2', ' added art-3'])
    expect(corrected[1]).toMatchObject({
      correctedBy: 'wang',
      correctedAt: by.at,
      was: [
        { from: ['art-2'], to: [], kind: 'removed' },
        { from: [], to: ['art-2'], kind: 'added' },
      ],
    })
    expect(corrected[0]).not.toHaveProperty('correctedBy')
    expect(LineageLink.array().parse(corrected)).toEqual(corrected)
  })

  test('takes a link apart again, and nothing of the first correction is lost', () => {
    const once = correctLinks(older, newer, links, [{ from: ids('art-2'), to: ids('art-2', 'art-3') }], by)
    expect(shown(once)).toEqual(['art-1 same art-1', 'art-2 split art-2+art-3'])
    const later = { memberId: 'li' as MemberId, at: '2026-12-11T02:00:00.000Z' as Instant }
    const twice = correctLinks(older, newer, once, [{ from: ids('art-2'), to: ids('art-3') }], later)
    expect(shown(twice)).toEqual(['art-1 same art-1', ' added art-2', 'art-2 edited art-3'])
    expect(twice[2]?.was?.map(({ kind, correctedBy }) => [kind, correctedBy])).toEqual([
      ['removed', undefined],
      ['added', undefined],
      ['added', undefined],
      ['split', 'wang'],
    ])
  })

  test('confirms what was computed: who and when are kept, and nobody is asked again', () => {
    const [first, second] = [
      parseDraft(`某市条例\n\n第一条　${lights}\n\n第二条　${fee}\n`).provisions,
      parseDraft(`某市条例\n\n第一条　${lights}\n\n第二条　${fee.replace('核准', '同意')}\n`).provisions,
    ]
    const computed = alignDrafts(first, second)
    const equal = [{ from: ids('art-2'), to: ids('art-2') }]
    const confirmed = correctLinks(first, second, computed, equal, by)
    expect(shown(confirmed)).toEqual(shown(computed))
    expect(confirmed[1]).toEqual({
      ...computed[1],
      correctedBy: 'wang',
      correctedAt: by.at,
      was: [computed[1]],
    })
    const later = { memberId: 'li' as MemberId, at: '2026-12-11T02:00:00.000Z' as Instant }
    expect(correctLinks(first, second, confirmed, equal, later)).toEqual(confirmed)
    expect(LineageLink.array().parse(confirmed)).toEqual(confirmed)
  })

  test('confirms that an article is new', () => {
    const confirmed = correctLinks(older, newer, links, [{ from: [], to: ids('art-3') }], by)
    expect(confirmed.at(-1)).toMatchObject({ kind: 'added', correctedBy: 'wang' })
  })

  test('who says of the same words that they are the same changes nothing', () => {
    expect(correctLinks(older, newer, links, [{ from: ids('art-1'), to: ids('art-1') }], by)).toEqual(links)
  })

  test.each([
    [
      'an article neither draft has',
      [{ from: ids('art-9'), to: ids() }],
      'links.0.from',
      'unknown-provision',
    ],
    [
      'an article named twice',
      [
        { from: ids('art-1'), to: ids() },
        { from: ids('art-1'), to: ids('art-2') },
      ],
      'links.1.from',
      'repeated',
    ],
    ['a link of nothing', [{ from: ids(), to: ids() }], 'links.0', 'required'],
    [
      'two articles that became two',
      [{ from: ids('art-1', 'art-2'), to: ids('art-1', 'art-2') }],
      'links.0',
      'malformed',
    ],
    ['two removed in one', [{ from: ids('art-1', 'art-2'), to: ids() }], 'links.0', 'malformed'],
  ])('is told of %s', (_, corrections, field, code) => {
    expect(checkCorrections(older, newer, corrections)).toEqual([{ field, code }])
  })

  test('always leaves every article in exactly one link', () => {
    const scene = fc.tuple(statuteText(), statuteText(), fc.nat(), fc.nat(), fc.nat())
    fc.assert(
      fc.property(scene, ([{ provisions: from }, { provisions: to }, a, b, c]) => {
        const [olds, news] = [lineageUnits(from), lineageUnits(to)]
        const old = olds[a % olds.length]
        const picked = [...new Set([news[b % news.length], news[c % news.length]])].flatMap(
          (unit) => unit?.id ?? [],
        )
        const correction = { from: old === undefined ? [] : [old.id], to: picked }
        expect(checkCorrections(from, to, [correction])).toEqual([])
        const corrected = correctLinks(from, to, alignDrafts(from, to), [correction], by)
        expect(corrected.flatMap((link) => link.from).toSorted()).toEqual(olds.map(({ id }) => id).toSorted())
        expect(corrected.flatMap((link) => link.to).toSorted()).toEqual(news.map(({ id }) => id).toSorted())
        expect(corrected.some((link) => link.from[0] === old?.id && link.to.length === picked.length)).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})
