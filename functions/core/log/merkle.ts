import { sha256 } from '../sha256.ts'

/** Bytes of a hash. */
export const hashBytes = 32

/** The root of a tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
export const emptyRoot: Uint8Array = sha256('')

/** Room for a leaf's prefix and an entry, used again and again: nearly every entry fits. */
const leaf = new Uint8Array(4096)

/** Hash of a leaf: `SHA-256(0x00 ‖ entry)` (RFC 9162 §2.1.1). */
export function leafHash(entry: Uint8Array): Uint8Array {
  const bytes =
    entry.length < leaf.length ? leaf.subarray(0, entry.length + 1) : new Uint8Array(entry.length + 1)
  bytes.set(entry, 1)
  return sha256(bytes)
}

const pair = new Uint8Array(1 + 2 * hashBytes)
pair[0] = 1

/** Hash of an inner node: `SHA-256(0x01 ‖ left ‖ right)` (RFC 9162 §2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1)
  pair.set(right, 1 + hashBytes)
  return sha256(pair)
}

/** Root of a perfect tree over 2^k hashes. */
export function perfectRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let i = 0; i < level.length; i += 2)
      above.push(nodeHash(level[i] as Uint8Array, level[i + 1] as Uint8Array))
    level = above
  }
  if (level[0] === undefined) throw new RangeError('a perfect tree has at least one leaf')
  return level[0]
}

/** A row of hashes as the perfect trees it is made of, widest first: 5 → 4 + 1. */
export function perfectParts(hashes: readonly Uint8Array[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let start = 0, width = 1 << 30; start < hashes.length; width >>= 1) {
    if (start + width > hashes.length) continue
    parts.push(perfectRoot(hashes.slice(start, start + width)))
    start += width
  }
  return parts
}

/**
 * Root of the whole tree from its perfect parts, left to right and widest first: a tree of n leaves splits
 * at the largest power of two below n, so its right edge folds from the right.
 */
export function foldParts(parts: readonly Uint8Array[]): Uint8Array {
  const last = parts.at(-1)
  if (last === undefined) return emptyRoot
  return parts.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}
