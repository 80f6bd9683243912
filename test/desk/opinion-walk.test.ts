import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OfficeOpinion, OfficeOpinionPage } from '../../functions/contract/office-api.ts'
import {
  joinGroups,
  readOn,
  walkOf,
  type OpinionGroupOfArticle,
} from '../../site/src/desk/rules/opinion-walk.ts'

const opinion = (id: string) => ({ id }) as unknown as OfficeOpinion

/** A desk that answers pages of `size`, as the office API does. */
function desk(held: Record<string, string[]>, size: number) {
  return (article: string, cursor: string | null): Promise<OfficeOpinionPage> => {
    const from = Number(cursor ?? 0)
    const all = held[article] ?? []
    const next = from + size
    return Promise.resolve({
      opinions: all.slice(from, next).map(opinion),
      cursor: next < all.length ? String(next) : null,
      known: all.length,
      logged: all.length,
    })
  }
}

describe('reading opinions in the draft’s order', () => {
  test('the whole draft comes first, then articles as printed, and only those with opinions', () => {
    expect(
      walkOf(['art-1', 'art-2', 'art-10'], { 'art-10': 1, 'art-1': 2, '': 3, 'annex-1': 1 }, undefined).left,
    ).toEqual(['whole', 'art-1', 'art-10', 'annex-1'])
    expect(walkOf(['art-1'], { 'art-1': 2 }, 'art-9').left).toEqual(['art-9'])
  })

  test('however it is paged, every opinion comes exactly once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (counts, size, enough) => {
          const held = Object.fromEntries(
            counts.map((count, at) => [`art-${at}`, Array.from({ length: count }, (_, n) => `${at}-${n}`)]),
          )
          const expected = counts.flatMap((_, at) => held[`art-${at}`] ?? [])
          let walk = { left: Object.keys(held) as readonly string[], cursor: null as string | null }
          let groups: OpinionGroupOfArticle[] = []
          while (walk.left.length > 0) {
            const come = await readOn(walk, desk(held, size), enough)
            walk = come.walk
            groups = joinGroups(groups, come.read)
          }
          expect(groups.flatMap(({ opinions }) => opinions.map(({ id }) => id as string))).toEqual(expected)
          expect(new Set(groups.map(({ article }) => article)).size).toBe(groups.length)
        },
      ),
    )
  })

  test('it reads on until the opinion wanted has come', async () => {
    const held = { 'art-1': ['a', 'b', 'c'], 'art-2': ['d', 'e'] }
    const come = await readOn({ left: ['art-1', 'art-2'], cursor: null }, desk(held, 1), 1, 'd')
    expect(come.read.flatMap(({ opinions }) => opinions.map(({ id }) => id as string))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })
})
