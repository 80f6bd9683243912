import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findInIndex as findKey,
  indexEntries,
  indexKey,
  mergeIndexes,
  type OpinionIndex,
} from '#core/log/opinion-index.ts'
import { opinionIdFor } from '../../support/build-opinion.ts'

const findInIndex = (index: OpinionIndex, id: (typeof ids)[number]) => findKey(index, indexKey(id))
const ids = Array.from({ length: 500 }, (_, i) => opinionIdFor(`i${i}`))

describe('the index of opinion ids', () => {
  it('finds every opinion at its place and nobody else', () => {
    const index = indexEntries(
      ids.map((id) => ({ id })),
      1000,
    )
    ids.forEach((id, i) => expect(findInIndex(index, id)).toEqual({ place: 1000 + i, superseded: false }))
    expect(findInIndex(index, opinionIdFor('stranger'))).toEqual({ superseded: false })
    expect(findInIndex(Buffer.alloc(0), opinionIdFor('stranger'))).toEqual({ superseded: false })
  })

  it('knows which opinions were corrected, even those that have not come yet', () => {
    const [a, b, absent] = ['a', 'b', 'absent'].map(opinionIdFor)
    if (a === undefined || b === undefined || absent === undefined) throw new Error('no ids')
    const index = indexEntries(
      [{ id: a }, { id: b, supersedes: a }, { id: opinionIdFor('c'), supersedes: absent }],
      7,
    )
    expect(findInIndex(index, a)).toEqual({ place: 7, superseded: true })
    expect(findInIndex(index, b)).toEqual({ place: 8, superseded: false })
    expect(findInIndex(index, absent)).toEqual({ superseded: true })
  })

  it('is the same merged from parts as made at once', () => {
    fc.assert(
      fc.property(fc.nat(ids.length), (cut) => {
        const entries = ids.map((id, i) => (i % 7 === 3 ? { id, supersedes: ids[i - 3] } : { id }))
        const merged = mergeIndexes(
          indexEntries(entries.slice(0, cut), 0),
          indexEntries(entries.slice(cut), cut),
        )
        expect(merged.equals(indexEntries(entries, 0))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('tells ids apart that begin with the same bytes', () => {
    const near = ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAQ', 'AAAAAAAAAAAAAAAAAAAAAg'] as typeof ids
    const index = indexEntries(
      near.map((id) => ({ id })),
      0,
    )
    expect(near.map((id) => findInIndex(index, id).place)).toEqual([0, 1, 2])
  })
})
