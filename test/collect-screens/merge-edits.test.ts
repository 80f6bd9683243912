import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameContent } from '../../site/src/collect/engine/same-content.ts'
import { mergeEdits } from '../../site/src/collect/rules/merge-edits.ts'

interface Session {
  place: string
  headcount: number
  note?: string
}
const base: Session = { place: '河西村', headcount: 12 }

describe('two windows that wrote in one record', () => {
  test('in different fields: both stand', () => {
    const merged = mergeEdits(base, { ...base, place: '河西村礼堂' }, { ...base, headcount: 23 })
    expect(merged).toEqual({
      both: [],
      mine: { place: '河西村礼堂', headcount: 23 },
      theirs: { place: '河西村礼堂', headcount: 23 },
    })
  })

  test('in one field something else: a person is asked about that field alone', () => {
    const merged = mergeEdits(
      base,
      { place: '礼堂', headcount: 12, note: '下雨' },
      { ...base, place: '祠堂' },
    )
    expect(merged).toEqual({
      both: ['place'],
      mine: { place: '礼堂', headcount: 12, note: '下雨' },
      theirs: { place: '祠堂', headcount: 12, note: '下雨' },
    })
  })

  test('the same in one field: nobody is asked', () => {
    const same = { ...base, place: '礼堂' }
    expect(mergeEdits(base, same, { ...same }).both).toEqual([])
  })

  test('one emptied a field: it stays left out', () => {
    const held = { ...base, note: '下雨' }
    expect(mergeEdits(held, base, { ...held, headcount: 1 }).mine).toEqual({ place: '河西村', headcount: 1 })
  })

  test('no word of either is lost: each field is one of the two, and where only one wrote, theirs', () => {
    const record = fc.record({ place: fc.string(), headcount: fc.nat(3) })
    fc.assert(
      fc.property(record, record, record, (was, mine, theirs) => {
        const merged = mergeEdits(was, mine, theirs)
        for (const field of ['place', 'headcount'] as const) {
          const isBoth = merged.both.includes(field)
          expect(merged.mine[field]).toBe(isBoth || mine[field] !== was[field] ? mine[field] : theirs[field])
          expect(merged.theirs[field]).toBe(
            isBoth || theirs[field] !== was[field] ? theirs[field] : mine[field],
          )
        }
      }),
    )
  })
})

test('records are the same whatever the order of their fields and whether one is left out or undefined', () => {
  expect(sameContent({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1, e: undefined })).toBe(true)
  expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  expect(sameContent(undefined, '')).toBe(false)
})
