import { nodeHash } from './merkle.ts'

/** Leaves [from, to) of a tree. */
export interface LeafRange {
  from: number
  to: number
}

/** The largest power of two smaller than `n` (n > 1): where RFC 9162 splits a tree. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Subtrees whose hashes prove that leaf `index` is in a tree of `size` leaves, leaf side first (RFC 9162 §2.1.3.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const ranges: LeafRange[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.toReversed()
}

/** Subtrees whose hashes prove that the tree of `older` leaves begins the tree of `size` leaves (RFC 9162 §2.1.4.1). */
export function consistencyRanges(older: number, size: number): LeafRange[] {
  if (!(older > 0 && older <= size)) throw new RangeError(`no tree of ${older} in a tree of ${size}`)
  const ranges: LeafRange[] = []
  let from = 0
  let to = size
  while (older !== to) {
    const middle = from + splitOf(to - from)
    if (older <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  // the older tree as a whole is known to whoever asks, so it is left out
  if (from > 0) ranges.push({ from, to })
  return ranges.toReversed()
}

/** A range as perfect subtrees `node(level, index)`, left to right: what tiles can answer. */
export function perfectNodes(range: LeafRange): { level: number; index: number }[] {
  const nodes: { level: number; index: number }[] = []
  for (let from = range.from; from < range.to;) {
    let level = 0
    while (from % 2 ** (level + 1) === 0 && from + 2 ** (level + 1) <= range.to) level += 1
    nodes.push({ level, index: from / 2 ** level })
    from += 2 ** level
  }
  return nodes
}

/** Compares bytes. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Whether `hashes` prove that `leaf` is number `index` of the tree with this root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  proof: { index: number; size: number; hashes: readonly Uint8Array[] },
  leaf: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!(proof.index >= 0 && proof.index < proof.size)) return false
  let node = proof.index
  let last = proof.size - 1
  let hash = leaf
  for (const sibling of proof.hashes) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(hash, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(hash, root)
}

/** Whether `hashes` prove that the older tree is the beginning of the newer (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  older: { size: number; root: Uint8Array },
  newer: { size: number; root: Uint8Array },
  hashes: readonly Uint8Array[],
): boolean {
  if (older.size === newer.size) return hashes.length === 0 && same(older.root, newer.root)
  if (older.size === 0) return hashes.length === 0
  if (older.size > newer.size) return false
  // an older tree that is a perfect subtree proves itself
  const isPerfect = Number.isInteger(Math.log2(older.size))
  const [first, ...rest] = isPerfect ? [older.root, ...hashes] : hashes
  if (first === undefined) return false
  let node = older.size - 1
  let last = newer.size - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  let olderHash = first
  let newerHash = first
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      olderHash = nodeHash(hash, olderHash)
      newerHash = nodeHash(hash, newerHash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else newerHash = nodeHash(newerHash, hash)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(olderHash, older.root) && same(newerHash, newer.root)
}
