import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { bulletinChanges } from '#core/bulletin/bulletin-changes.ts'

const row = fc.record({
  provisionId: fc.constantFrom('art-1', 'art-2', null),
  verbatim: fc.constantFrom('灯太亮', '划个地方'),
  proponent: fc.constantFrom('居民', '村民 12 人'),
  outcome: fc.constantFrom('adopted', 'notAdopted', 'referred'),
  reason: fc.constantFrom('甲', '乙'),
})
const edition = fc.array(row).map((rows) => ({
  head: '开头',
  rows: rows.map((each, at) => ({ ...each, row: at + 1 })),
})) as fc.Arbitrary<unknown> as fc.Arbitrary<Bulletin>

const printed = ({ provisionId, verbatim, proponent }: BulletinRow) =>
  JSON.stringify([provisionId, verbatim, proponent])

describe('two editions of a bulletin', () => {
  test('that differ in the order of their rows only do not differ', () => {
    fc.assert(
      fc.property(edition, (bulletin) => {
        const turned = { ...bulletin, rows: bulletin.rows.toReversed() }
        expect(bulletinChanges(bulletin, turned)).toEqual({
          words: false,
          changed: [],
          added: [],
          removed: [],
        })
      }),
    )
  })

  test('account for every row of both: kept, answered anew, added or gone', () => {
    fc.assert(
      fc.property(edition, edition, (earlier, later) => {
        const { changed, added, removed } = bulletinChanges(earlier, later)
        expect(earlier.rows.length - removed.length).toBe(later.rows.length - added.length)
        for (const { before, after } of changed) {
          expect(printed(before)).toBe(printed(after))
          expect([before.outcome, before.reason]).not.toEqual([after.outcome, after.reason])
        }
        const gone = new Set(removed.map(printed))
        for (const fresh of added) expect(gone).not.toContain(printed(fresh))
      }),
    )
  })
})
