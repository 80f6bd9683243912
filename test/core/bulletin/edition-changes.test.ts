import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bulletinChanges } from '#core/bulletin/bulletin-changes.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { editionChanges } from '#core/bulletin/edition-changes.ts'
import type { ChangedRow } from '#core/bulletin/long-bulletin.ts'

const rows = fc
  .array(
    fc.record({
      provisionLabel: fc.constantFrom('第四条', '第五条'),
      verbatim: fc.constantFrom('甲', '乙', '丙'),
      proponent: fc.constantFrom('居民', '商户'),
      outcome: fc.constantFrom('adopted', 'notAdopted'),
      reason: fc.constantFrom('一', '二'),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((row, at) => ({ ...row, row: at + 1 }) as unknown as BulletinRow))

const editionOf = (all: BulletinRow[], head: string) => ({ head, rows: all }) as unknown as Bulletin
const source = (all: BulletinRow[]) =>
  async function* () {
    yield* all
  }
const told = ({ provisionLabel, verbatim, outcome, reason }: ChangedRow): ChangedRow => ({
  provisionLabel,
  verbatim,
  outcome,
  reason,
})

test('what a long edition changed is what a short one with the same rows would say', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, fc.boolean(), async (before, after, isReworded) => {
      const [earlier, later] = [editionOf(before, '开头'), editionOf(after, isReworded ? '改了' : '开头')]
      const short = bulletinChanges(earlier, later)
      const long = await editionChanges(
        { said: earlier, rows: source(before) },
        { said: later, rows: source(after) },
      )
      expect(long.words).toBe(short.words)
      expect([long.changed.count, long.added.count, long.removed.count]).toEqual([
        short.changed.length,
        short.added.length,
        short.removed.length,
      ])
      expect(long.changed.first).toEqual(
        short.changed.slice(0, 20).map((pair) => ({ before: told(pair.before), after: told(pair.after) })),
      )
      expect(long.added.first).toEqual(short.added.slice(0, 20).map(told))
      expect(long.removed.first).toEqual(short.removed.slice(0, 20).map(told))
    }),
  )
})
