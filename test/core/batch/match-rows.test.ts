import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RowIdentity, rowSetHash, type RowPlace, sharedRows } from '#core/batch/batch-rows.ts'
import type { OpinionId } from '#core/ids.ts'
import { matchRows, pairChangedRows, placeFreshRows } from '#core/batch/match-rows.ts'
import type { BatchRows } from '#core/batch/batch-ports.ts'

interface Row extends RowIdentity {
  words: string
}
const row = (words: string, rowNumber?: number): Row => ({
  row: 2,
  words,
  contentHash: words.padEnd(43, '-'),
  ...(rowNumber !== undefined && { rowNumber: String(rowNumber) }),
})

let made = 0
function store(known: BatchRows, places: RowPlace<Row>[]): BatchRows {
  const next = { ...known }
  for (const { key, row: stored, known: isKnown } of places)
    if (!isKnown) {
      made += 1
      next[key] = [
        ...(next[key] ?? []),
        { opinionId: `o${made}` as OpinionId, contentHash: stored.contentHash },
      ]
    }
  return next
}

/** What an upload would do: how many rows are new, corrected, known; and the rows of the source afterwards. */
function upload(known: BatchRows, rows: Row[]) {
  const matched = matchRows(rows, known)
  const wordsOf = new Map(
    Object.entries(known).map(([key, revisions]) => [
      key,
      revisions.at(-1)?.contentHash.replace(/-+$/, '') ?? '',
    ]),
  )
  const paired = pairChangedRows(matched, known, wordsOf)
  const fresh = placeFreshRows(paired.fresh, rowSetHash(rows), new Set(Object.keys(known)))
  const places = [...matched.placed, ...paired.placed, ...fresh]
  const keys = new Set(places.map(({ key }) => key))
  expect(keys.size).toBe(rows.length)
  return {
    fresh: places.filter(({ known: isKnown, revision }) => !isKnown && revision === 0).length,
    corrected: places.filter(({ known: isKnown, revision }) => !isKnown && revision > 0).length,
    repeated: places.filter(({ known: isKnown }) => isKnown).length,
    rows: store(known, places),
  }
}

const words = fc.stringMatching(/^[一-六]{1,6}$/)
const file = fc
  .array(words, { minLength: 1, maxLength: 12 })
  .chain((said) =>
    fc.boolean().map((numbered) => said.map((text, at) => row(text, numbered ? at + 1 : undefined))),
  )

describe('rows of a file', () => {
  test('sent twice, in any order, are all known', () => {
    fc.assert(
      fc.property(file, fc.infiniteStream(fc.nat()), (rows, order) => {
        const first = upload({}, rows)
        expect(first).toMatchObject({ fresh: rows.length, corrected: 0, repeated: 0 })
        const shuffled = rows
          .map((held) => ({ held, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ held }) => held)
        expect(upload(first.rows, shuffled)).toMatchObject({ fresh: 0, corrected: 0, repeated: rows.length })
      }),
    )
  })

  test('renumbered after one was taken out or put in are known, the new one is new', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 4, maxLength: 10 }), fc.nat(), (said, at) => {
        const first = upload(
          {},
          said.map((text, place) => row(text, place + 1)),
        )
        const out = said.toSpliced(at % said.length, 1)
        const renumber = (texts: string[]) => texts.map((text, place) => row(text, place + 1))
        expect(upload(first.rows, renumber(out))).toMatchObject({
          fresh: 0,
          corrected: 0,
          repeated: out.length,
        })
        const more = said.toSpliced(at % said.length, 0, '甲乙丙丁戊己庚')
        expect(upload(first.rows, renumber(more))).toMatchObject({
          fresh: 1,
          corrected: 0,
          repeated: said.length,
        })
      }),
    )
  })

  test('of which one numbered row changed are known but for that one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 10 }), fc.nat(), (said, at) => {
        const rows = said.map((text, place) => row(text, place + 1))
        const place = at % rows.length
        const changed = rows.with(place, row('天地玄黄', place + 1))
        const after = upload(upload({}, rows).rows, changed)
        expect(after).toMatchObject({ fresh: 0, corrected: 1, repeated: rows.length - 1 })
        expect(upload(after.rows, changed)).toMatchObject({ fresh: 0, corrected: 0 })
      }),
    )
  })

  test('without numbers that say nearly the same as a row gone are its correction, others are new', () => {
    const known = upload({}, [row('河边要装路灯晚上太暗'), row('多种些树')]).rows
    const near = upload(known, [row('河边要装路灯晚上太黑了'), row('多种些树')])
    expect(near).toMatchObject({ fresh: 0, corrected: 1, repeated: 1 })
    expect(upload(known, [row('禁止放烟花'), row('多种些树')])).toMatchObject({ fresh: 1, corrected: 0 })
  })
})

test('what a file shares with a source is counted against the smaller of the two', () => {
  const known = upload({}, [row('一'), row('二'), row('三'), row('四')]).rows
  expect(sharedRows([row('一'), row('二')], known)).toBe(1)
  expect(sharedRows([row('一'), row('五'), row('六'), row('七'), row('八')], known)).toBe(0.25)
  expect(sharedRows([], known)).toBe(0)
})

test('twenty thousand equal rows are as many opinions, known again in moments', () => {
  const rows = Array.from({ length: 20_000 }, () => row('同意'))
  const before = process.cpuUsage()
  const first = upload({}, rows)
  expect(first.fresh).toBe(20_000)
  expect(upload(first.rows, rows).repeated).toBe(20_000)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
})
