import type { ConsultationId } from '#core/ids.ts'
import { foldParts, perfectRoot } from '#core/log/merkle.ts'
import { consistencyRanges, inclusionRanges, perfectNodes, type LeafRange } from '#core/log/merkle-proof.ts'
import type { LogState } from '#core/log/log-ports.ts'
import { hashesAt, tileHashes, tileWidth } from '#core/log/tiles.ts'
import { objectKeys } from '#contract/objects.ts'
import type { LogFiles } from './log-files.ts'

/** Levels of the binary tree inside one tile: 256 = 2^8. */
const levelsPerTile = 8

/** Answers hashes of a tree's nodes from its tiles, each tile read once. */
function nodeReader(files: LogFiles, c: ConsultationId, state: LogState) {
  const read = new Map<string, Promise<Uint8Array>>()
  const tile = (level: number, index: number): Promise<Uint8Array> => {
    const name = `${level}/${index}`
    const known =
      read.get(name) ??
      files.read(c, state, (head) => {
        const width = Math.min(tileWidth, hashesAt(level, head.size) - index * tileWidth)
        return objectKeys.hashTile(c, level, index, width)
      })
    read.set(name, known)
    return known
  }
  return async (level: number, index: number): Promise<Uint8Array> => {
    const tileLevel = Math.floor(level / levelsPerTile)
    const count = 2 ** (level % levelsPerTile)
    const first = index * count
    const bytes = await tile(tileLevel, Math.floor(first / tileWidth))
    const start = first % tileWidth
    return perfectRoot(tileHashes(bytes, start + count).slice(start))
  }
}

/** Hashes of subtrees, base64. */
async function hashRanges(files: LogFiles, c: ConsultationId, state: LogState, ranges: LeafRange[]) {
  const node = nodeReader(files, c, state)
  const hashes: string[] = []
  for (const range of ranges) {
    const parts: Uint8Array[] = []
    for (const { level, index } of perfectNodes(range)) parts.push(await node(level, index))
    hashes.push(Buffer.from(foldParts(parts)).toString('base64'))
  }
  return hashes
}

/** Proof that entry `index` is in the tree of this head (RFC 9162 §2.1.3). */
export function proveInclusion(files: LogFiles, c: ConsultationId, state: LogState, index: number) {
  return hashRanges(files, c, state, inclusionRanges(index, state.size))
}

/** Proof that the tree of `older` leaves is the beginning of this head's (RFC 9162 §2.1.4). */
export function proveConsistency(files: LogFiles, c: ConsultationId, state: LogState, older: number) {
  return hashRanges(files, c, state, consistencyRanges(older, state.size))
}
