import type { OpinionId } from '../ids.ts'

/*
 * Which opinions a log holds, as sorted fixed-width records: 16 bytes of opinion id, then a 32-bit
 * number: a place in the log, or with the highest bit set the place of the entry that supersedes it.
 * Ids are hashes, so a record is found by binary search; a million opinions take 20 MB.
 */
const idBytes = 16
const recordBytes = idBytes + 4
const supersedesBit = 0x80000000

/** One segment, ready to be stored. */
export type OpinionIndex = Buffer

/** What an index is made from: entries in log order from place `from` on. */
export interface IndexedEntry {
  id: OpinionId
  supersedes?: OpinionId | undefined
  joins?: readonly OpinionId[] | undefined
}

/** Compares records `a` and `b`: the first six bytes decide nearly always, and read as one number. */
function compareAt(a: Buffer, at: number, b: Buffer, bt: number): number {
  const first = a.readUIntBE(at, 6) - b.readUIntBE(bt, 6)
  return first !== 0 ? first : a.compare(b, bt, bt + recordBytes, at, at + recordBytes)
}

/** Indexes entries that stand in the log from place `from` on. */
export function indexEntries(entries: readonly IndexedEntry[], from: number): OpinionIndex {
  let corrections = 0
  for (const { supersedes, joins } of entries)
    if (supersedes !== undefined) corrections += 1 + (joins?.length ?? 0)
  const raw = Buffer.alloc((entries.length + corrections) * recordBytes)
  let at = 0
  const write = (id: OpinionId, place: number) => {
    raw.write(id, at, idBytes, 'base64url')
    raw.writeUInt32BE(place, at + idBytes)
    at += recordBytes
  }
  entries.forEach(({ id, supersedes, joins }, i) => {
    write(id, from + i)
    if (supersedes === undefined) return
    write(supersedes, (from + i + supersedesBit) >>> 0)
    for (const joined of joins ?? []) write(joined, (from + i + supersedesBit) >>> 0)
  })
  return sortRecords(raw)
}

function sortRecords(raw: Buffer): OpinionIndex {
  const firsts = Float64Array.from({ length: raw.length / recordBytes }, (_, i) =>
    raw.readUIntBE(i * recordBytes, 6),
  )
  const order = Uint32Array.from(firsts, (_, i) => i)
  const full = (a: number, b: number) => compareAt(raw, a * recordBytes, raw, b * recordBytes)
  order.sort((a, b) => (firsts[a] ?? 0) - (firsts[b] ?? 0) || full(a, b))
  const sorted = Buffer.allocUnsafe(raw.length)
  order.forEach((from, i) => raw.copy(sorted, i * recordBytes, from * recordBytes, (from + 1) * recordBytes))
  return sorted
}

/** Two segments as one. */
export function mergeIndexes(a: OpinionIndex, b: OpinionIndex): OpinionIndex {
  const merged = Buffer.allocUnsafe(a.length + b.length)
  let at = 0
  let to = 0
  // runs of `a` between two records of `b` are copied whole: `a` is the larger one
  for (let bt = 0; bt < b.length; bt += recordBytes) {
    const from = at
    while (at < a.length && compareAt(a, at, b, bt) <= 0) at += recordBytes
    to += a.copy(merged, to, from, at)
    to += b.copy(merged, to, bt, bt + recordBytes)
  }
  a.copy(merged, to, at)
  return merged
}

/** An opinion's id as the index sorts it: decoded once, looked for in every segment. */
export function indexKey(id: OpinionId): Buffer {
  return Buffer.from(id, 'base64url')
}

/** What is known of an opinion: its place in the log, and whether an entry supersedes it. */
export interface IndexFinding {
  place?: number
  superseded: boolean
}

/** What one segment knows of the opinion with this `indexKey`. */
export function findInIndex(index: OpinionIndex, key: Buffer): IndexFinding {
  const first = key.readUIntBE(0, 6)
  let low = 0
  let high = index.length / recordBytes
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = middle * recordBytes
    const ahead = index.readUIntBE(at, 6) - first || index.compare(key, 0, idBytes, at, at + idBytes)
    if (ahead < 0) low = middle + 1
    else high = middle
  }
  const found: IndexFinding = { superseded: false }
  for (let at = low * recordBytes; at < index.length; at += recordBytes) {
    if (index.readUIntBE(at, 6) !== first || index.compare(key, 0, idBytes, at, at + idBytes) !== 0) break
    const place = index.readUInt32BE(at + idBytes)
    if (place >= supersedesBit) found.superseded = true
    else found.place = place
  }
  return found
}
