import { foldParts, hashBytes, perfectParts, perfectRoot } from './merkle.ts'

/** Hashes a tile and entries a bundle, as C2SP tlog-tiles fixes them. */
export const tileWidth = 256

/** The right edge of a tree of `size` leaves: level l holds the hashes of its last, incomplete tile. */
export interface TreeEdge {
  size: number
  levels: Uint8Array[][]
}

/** One tile to store: `width` hashes of level `level`, from hash number `index * 256` on. */
export interface Tile {
  level: number
  index: number
  width: number
  bytes: Uint8Array
}

/** The edge of a tree without leaves. */
export const emptyEdge: TreeEdge = { size: 0, levels: [] }

/** How many hashes of a level exist in a tree of `size` leaves: one for every complete tile below. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** The incomplete tiles of a tree, lowest level first: what must be read to go on appending. */
export function openTiles(size: number): { level: number; index: number; width: number }[] {
  const open: { level: number; index: number; width: number }[] = []
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const hashes = hashesAt(level, size)
    open.push({ level, index: Math.floor(hashes / tileWidth), width: hashes % tileWidth })
  }
  return open
}

/** A tile's bytes → its hashes; `width` cuts a wider tile, which begins with the same hashes. */
export function tileHashes(bytes: Uint8Array, width: number): Uint8Array[] {
  if (bytes.length < width * hashBytes) throw new RangeError(`a tile of ${width} hashes is cut short`)
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * hashBytes, (i + 1) * hashBytes))
}

/**
 * Appends leaf hashes. Answers the new edge and every tile that is new or wider: complete tiles pass the
 * root of their 256 hashes to the level above.
 */
export function appendLeaves(
  edge: TreeEdge,
  leaves: readonly Uint8Array[],
): { edge: TreeEdge; tiles: Tile[] } {
  const tiles: Tile[] = []
  const levels = [...edge.levels]
  let fresh = leaves
  for (let level = 0; fresh.length > 0; level += 1) {
    let row = [...(levels[level] ?? []), ...fresh]
    let index = Math.floor(hashesAt(level, edge.size) / tileWidth)
    const above: Uint8Array[] = []
    for (; row.length >= tileWidth; index += 1, row = row.slice(tileWidth)) {
      const full = row.slice(0, tileWidth)
      tiles.push({ level, index, width: tileWidth, bytes: Buffer.concat(full) })
      above.push(perfectRoot(full))
    }
    if (row.length > 0) tiles.push({ level, index, width: row.length, bytes: Buffer.concat(row) })
    levels[level] = row
    fresh = above
  }
  return { edge: { size: edge.size + leaves.length, levels }, tiles }
}

/** The root of the tree (RFC 9162 §2.1.1) from its right edge alone. */
export function edgeRoot(edge: TreeEdge): Uint8Array {
  return foldParts(edge.levels.toReversed().flatMap(perfectParts))
}
