import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { followProvision } from '#core/lineage/follow-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import { exampleProvisions } from '../../support/example-law.ts'
import { hasLaws, readStatute } from '../../support/statutes.ts'

const id = (text: string) => text as ProvisionId
const follow = (from: string, to: string, asked: string, quote?: string) => {
  const [older, newer] = [parseDraft(from).provisions, parseDraft(to).provisions]
  return followProvision(alignDrafts(older, newer), older, newer, id(asked), quote)
}

const fishing = '在滨水公共空间垂钓的，应当在划定的区域和时段内进行，不得影响行人通行。'
const dogs = '携带犬只进入滨水公共空间的，应当为犬只佩戴嘴套，并由成年人用牵引带牵领。'
const lights = '夜间照明应当满足安全通行的需要，并避免对周边住宅造成光污染。'
const list =
  '禁止下列行为：\n　　（一）游泳、擅自下水；\n　　（二）燃放烟花爆竹、放飞孔明灯；\n　　（三）占用步道堆放物品。'

describe('a provision followed into a later draft', () => {
  test('is its article under the new number', () => {
    const later = `某市条例\n\n第一条　${lights}\n\n第二条　${fishing}\n`
    expect(follow(`某市条例\n\n第一条　${fishing}\n`, later, 'art-1')).toEqual({
      kind: 'renumbered',
      to: ['art-2'],
      exact: true,
      quoteStands: undefined,
    })
  })

  test('is its own 款 or 项, found by its words', () => {
    const earlier = `某市条例\n\n第一条　${lights}\n　　${list}\n`
    const later = `某市条例\n\n第一条　${fishing}\n\n第二条　${lights}\n　　${list.replace('（一）游泳、擅自下水；\n　　（二）', '（一）').replace('（三）', '（二）')}\n`
    expect(follow(earlier, later, 'art-1.p2')).toMatchObject({ to: ['art-2.p2'], exact: true })
    expect(follow(earlier, later, 'art-1.p2.i3')).toMatchObject({ to: ['art-2.p2.i2'], exact: true })
    expect(follow(earlier, later, 'art-1.p2.i1')).toMatchObject({ to: ['art-2'], exact: false })
  })

  test('whose article was split goes where the quoted words went', () => {
    const earlier = `某市条例\n\n第一条　${fishing}\n　　${dogs}\n`
    const later = `某市条例\n\n第一条　${fishing}\n\n第二条　${dogs}\n`
    expect(follow(earlier, later, 'art-1')).toMatchObject({
      kind: 'split',
      to: expect.arrayContaining(['art-1', 'art-2']),
    })
    expect(follow(earlier, later, 'art-1', '佩戴嘴套')).toMatchObject({
      to: ['art-2', 'art-1'],
      quoteStands: true,
    })
    expect(follow(earlier, later, 'art-1.p2')).toMatchObject({ to: ['art-2.p1'], exact: true })
  })

  test('says when the quoted words are gone, and when everything is', () => {
    const earlier = `某市条例\n\n第一条　${lights}\n\n第二条　${dogs}\n`
    expect(follow(earlier, `某市条例\n\n第一条　${lights}\n`, 'art-2', '嘴套')).toEqual({
      kind: 'removed',
      to: [],
      exact: false,
      quoteStands: false,
    })
    const softer = `某市条例\n\n第一条　${lights}\n\n第二条　${dogs.replace('应当为犬只佩戴嘴套，并', '应当')}\n`
    expect(follow(earlier, softer, 'art-2', '嘴套')).toMatchObject({
      kind: 'edited',
      to: ['art-2'],
      quoteStands: false,
    })
  })

  test('that the older draft does not have leads nowhere', () => {
    expect(follow(`某市条例\n\n第一条　${dogs}\n`, `某市条例\n\n第一条　${dogs}\n`, 'art-9')).toMatchObject({
      kind: undefined,
      to: [],
    })
  })

  test('in a draft that did not change is itself, whatever it is', () => {
    const same = exampleProvisions()
    const links = alignDrafts(same, same)
    for (const provision of walkProvisions(same)) {
      const { to, exact, kind } = followProvision(links, same, same, provision.id)
      expect([to[0], exact, kind]).toEqual([provision.id, true, 'same'])
    }
  })

  test.skipIf(!hasLaws)('of 殡葬管理条例 is where a person finds it', () => {
    const older = parseDraft(readStatute('shanghai-funeral-before')).provisions
    const newer = parseDraft(readStatute('shanghai-funeral-2024')).provisions
    const links = alignDrafts(older, newer)
    const found = (asked: string) => followProvision(links, older, newer, id(asked)).to[0]
    expect(found('art-28.p1.i3')).toBe('art-32.p1.i3')
    expect(found('art-28.p1.i5')).toBe('art-32.p1.i6')
    expect(found('art-22.p3')).toBe('art-26.p4')
    expect(found('art-24.p2')).toBe('art-28.p2')
    expect(found('chp-4')).toBe('chp-4')
    expect(found('art-30')).toBeUndefined()
  })
})
