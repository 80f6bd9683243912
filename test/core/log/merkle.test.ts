import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRoot, foldParts, leafHash, nodeHash, perfectRoot } from '#core/log/merkle.ts'
import {
  consistencyRanges,
  inclusionRanges,
  perfectNodes,
  verifyConsistency,
  verifyInclusion,
  type LeafRange,
} from '#core/log/merkle-proof.ts'
import { appendLeaves, edgeRoot, emptyEdge, openTiles, tileHashes } from '#core/log/tiles.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** RFC 9162 §2.1.1 word for word, for comparison: slow and plain. */
function plainRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)))
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`opinion ${i}`)))
const hashesOf = (leaves: readonly Uint8Array[], ranges: LeafRange[]) =>
  ranges.map(({ from, to }) => plainRoot(leaves.slice(from, to)))
const size = fc.integer({ min: 1, max: 700 })

/** The test vectors of Certificate Transparency (trillian's and RFC 6962's reference implementation). */
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the hash tree', () => {
  it('has the roots of Certificate Transparency’s own test vectors', () => {
    const leaves = inputs.map((input) => leafHash(Buffer.from(input, 'hex')))
    roots.forEach((root, i) => {
      expect(hex(edgeRoot(appendLeaves(emptyEdge, leaves.slice(0, i + 1)).edge))).toBe(root)
    })
    expect(hex(edgeRoot(emptyEdge))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('has the same root however its leaves were appended', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }), (batches) => {
        const total = batches.reduce((sum, count) => sum + count, 0)
        const leaves = leavesOf(total)
        let edge = emptyEdge
        for (const count of batches)
          edge = appendLeaves(edge, leaves.slice(edge.size, edge.size + count)).edge
        expect(hex(edgeRoot(edge))).toBe(hex(plainRoot(leaves)))
      }),
      { numRuns: 40 },
    )
  })

  it('can be taken up again from its incomplete tiles alone', () => {
    const stored = new Map<string, Uint8Array>()
    const leaves = leavesOf(66_000)
    const first = appendLeaves(emptyEdge, leaves.slice(0, 65_700))
    for (const tile of first.tiles) stored.set(`${tile.level}/${tile.index}/${tile.width}`, tile.bytes)
    const levels = openTiles(65_700).map(({ level, index, width }) =>
      width === 0 ? [] : tileHashes(stored.get(`${level}/${index}/${width}`) as Uint8Array, width),
    )
    expect(openTiles(65_700).map(({ width }) => width)).toEqual([164, 0, 1])
    const rest = leaves.slice(65_700)
    const { edge } = appendLeaves({ size: 65_700, levels }, rest)
    expect(hex(edgeRoot(edge))).toBe(hex(edgeRoot(appendLeaves(emptyEdge, leaves).edge)))
  })

  it('hands every complete tile to the level above, and never a tile twice', () => {
    const { tiles } = appendLeaves(emptyEdge, leavesOf(513))
    expect(tiles.map(({ level, index, width }) => [level, index, width])).toEqual([
      [0, 0, 256],
      [0, 1, 256],
      [0, 2, 1],
      [1, 0, 2],
    ])
  })
})

describe('proofs', () => {
  it('show that every leaf is inside, and no other leaf in its place', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, seed) => {
        const index = seed % count
        const leaves = leavesOf(count)
        const root = plainRoot(leaves)
        const proof = { index, size: count, hashes: hashesOf(leaves, inclusionRanges(index, count)) }
        const leaf = leaves[index] as Uint8Array
        expect(verifyInclusion(proof, leaf, root)).toBe(true)
        expect(verifyInclusion(proof, leafHash(Buffer.from('another')), root)).toBe(false)
        expect(verifyInclusion({ ...proof, index: index + 1 }, leaf, root)).toBe(false)
        expect(verifyInclusion({ ...proof, hashes: [...proof.hashes, leaf] }, leaf, root)).toBe(false)
        expect(verifyInclusion(proof, leaf, leafHash(Buffer.from('another root')))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('show that a later tree begins with an earlier one, and not with a changed one', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, seed) => {
        const older = 1 + (seed % count)
        const leaves = leavesOf(count)
        const hashes = hashesOf(leaves, consistencyRanges(older, count))
        const before = { size: older, root: plainRoot(leaves.slice(0, older)) }
        const after = { size: count, root: plainRoot(leaves) }
        expect(verifyConsistency(before, after, hashes)).toBe(true)
        const changed = leaves.with(older - 1, leafHash(Buffer.from('changed')))
        const forged = { size: older, root: plainRoot(changed.slice(0, older)) }
        expect(verifyConsistency(forged, after, hashes)).toBe(false)
        if (older < count) {
          const rewritten = { size: count, root: plainRoot(changed) }
          const rehashed = hashesOf(changed, consistencyRanges(older, count))
          expect(verifyConsistency(before, rewritten, rehashed)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('ask only for nodes that tiles can answer', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, seed) => {
        const leaves = leavesOf(count)
        for (const range of inclusionRanges(seed % count, count)) {
          const nodes = perfectNodes(range).map(({ level, index }) =>
            perfectRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
          )
          expect(hex(foldParts(nodes))).toBe(hex(plainRoot(leaves.slice(range.from, range.to))))
        }
      }),
      { numRuns: 30 },
    )
  })
})
