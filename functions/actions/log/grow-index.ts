import type { ConsultationId } from '#core/ids.ts'
import type { IndexSegment } from '#core/log/log-ports.ts'
import { indexEntries, mergeIndexes, type IndexedEntry, type OpinionIndex } from '#core/log/opinion-index.ts'
import { sha256 } from '#core/sha256.ts'
import { objectKeys } from '#contract/objects.ts'

/** A segment is merged with the one before it unless that is this many times larger: so there are few, and little is rewritten. */
const growth = 4

/** The index after an append: its segments, the new one's file, and the keys it replaced. */
export interface GrownIndex {
  segments: IndexSegment[]
  indexes: OpinionIndex[]
  files: [string, Uint8Array][]
  merged: string[]
}

/**
 * Adds entries from place `from` on to a log's index, merging small segments into larger ones. The new
 * segment is named by its content, so it may be stored before the commit that makes it count.
 */
export function growIndex(
  c: ConsultationId,
  segments: readonly IndexSegment[],
  indexes: readonly OpinionIndex[],
  entries: readonly IndexedEntry[],
  from: number,
): GrownIndex {
  const kept = [...segments]
  const keptIndexes = [...indexes]
  const merged: string[] = []
  let index = indexEntries(entries, from)
  let start = from
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const held = keptIndexes.at(-1)
    if (held === undefined || held.length >= growth * index.length) break
    index = mergeIndexes(held, index)
    start = last.from
    merged.push(last.key)
    kept.pop()
    keptIndexes.pop()
  }
  const hash = sha256(index).toString('hex').slice(0, 16)
  const to = from + entries.length
  const key = objectKeys.receiptIndex(c, start, to, hash)
  return {
    segments: [...kept, { from: start, to, key }],
    indexes: [...keptIndexes, index],
    files: [[key, index]],
    merged,
  }
}
