import { bundleEntries } from '#core/log/entry-bundle.ts'
import type { ConsultationId } from '#core/ids.ts'
import { logTextOf } from '#core/log/log-entry.ts'
import { leafHash } from '#core/log/merkle.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { appendLeaves, tileWidth, type TreeEdge } from '#core/log/tiles.ts'
import { objectKeys } from '#contract/objects.ts'
import type { OpenLog } from './open-log.ts'

/** The files an append writes, and the log's open end after it. */
export interface AppendedFiles {
  files: Map<string, Uint8Array>
  edge: TreeEdge
  entries: Uint8Array
  texts: Uint8Array
}

/** Cuts what is appended to the open bundle into bundles: key → bytes; the last one is what stays open. */
function cutBundles<Part>(
  size: number,
  open: Uint8Array,
  parts: readonly Part[],
  join: (parts: readonly Part[]) => Uint8Array,
  key: (bundle: number, width: number) => string,
): { files: [string, Uint8Array][]; open: Uint8Array } {
  const files: [string, Uint8Array][] = []
  let held = open
  for (let at = 0, n = size; at < parts.length;) {
    const bundle = Math.floor(n / tileWidth)
    const taken = Math.min(tileWidth - (n % tileWidth), parts.length - at)
    held = Buffer.concat([held, join(parts.slice(at, at + taken))])
    at += taken
    n += taken
    const width = n - bundle * tileWidth
    files.push([key(bundle, width), held])
    if (width === tileWidth) held = new Uint8Array()
  }
  return { files, open: held }
}

const lineEnd = 0x0a
/** A UTF-16 unit is at most three bytes of UTF-8. */
const bytesPerChar = 3

/** Lines as UTF-8, each written where it goes: joined as text first they would be copied twice. */
function joinLines(lines: readonly string[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, { length }) => sum + length * bytesPerChar + 1, 0))
  let at = 0
  for (const line of lines) {
    at += bytes.write(line, at)
    bytes[at] = lineEnd
    at += 1
  }
  return bytes.subarray(0, at)
}

/** Entry bundles, text bundles and hash tiles that are new or wider once `raw` entries of `records` are appended. */
export function appendFiles(
  c: ConsultationId,
  log: OpenLog,
  raw: readonly Uint8Array[],
  records: readonly OpinionRecord[],
): AppendedFiles {
  const { size } = log.edge
  // One JSON line a record, each naming its own place.
  const lines = records.map((record, i) => JSON.stringify(logTextOf(record, size + i)))
  const { edge, tiles } = appendLeaves(log.edge, raw.map(leafHash))
  const entries = cutBundles(size, log.entries, raw, bundleEntries, (bundle, width) =>
    objectKeys.entryBundle(c, bundle, width),
  )
  const texts = cutBundles(size, log.texts, lines, joinLines, (bundle, width) =>
    objectKeys.textBundle(c, bundle, width),
  )
  const hashes = tiles.map(({ level, index, width, bytes }): [string, Uint8Array] => [
    objectKeys.hashTile(c, level, index, width),
    bytes,
  ])
  const files = new Map([...entries.files, ...texts.files, ...hashes])
  return { files, edge, entries: entries.open, texts: texts.open }
}
