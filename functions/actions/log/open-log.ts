import { readEntry, splitBundle } from '#core/log/entry-bundle.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LogEntry } from '#core/log/log-entry.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import { findInIndex, indexKey, type IndexFinding, type OpinionIndex } from '#core/log/opinion-index.ts'
import { PortalError } from '#core/portal-error.ts'
import { emptyEdge, openTiles, tileHashes, tileWidth, type TreeEdge } from '#core/log/tiles.ts'
import { objectKeys } from '#contract/objects.ts'

/** The end of a log that is still open, as of one head: all that appending needs. */
export interface OpenLog {
  rev: number
  edge: TreeEdge
  /** The incomplete entry bundle and its texts; empty when the last bundle is full. */
  entries: Uint8Array
  texts: Uint8Array
  indexes: OpinionIndex[]
}

/** A log nobody has written to. */
export const emptyOpenLog: OpenLog = {
  rev: 0,
  edge: emptyEdge,
  entries: new Uint8Array(),
  texts: new Uint8Array(),
  indexes: [],
}

/** What a sequencer remembers between batches: the open ends it wrote itself, each good for exactly one head. */
export type SequencerMemory = Map<ConsultationId, OpenLog>

/** A file of an applied head can only be missing because another sequencer has moved the head on since. */
async function getFile(store: LogStore, key: string): Promise<Uint8Array> {
  const bytes = await store.objects.find(key)
  if (bytes === undefined) throw new PortalError('changed-meanwhile', { missing: key })
  return bytes
}

/** Reads the open end of a head whose stage is applied, from memory when it is the one remembered. */
export async function openLog(
  store: LogStore,
  c: ConsultationId,
  state: LogState | undefined,
  memory: SequencerMemory,
): Promise<OpenLog> {
  if (state === undefined) return emptyOpenLog
  const remembered = memory.get(c)
  if (remembered?.rev === state.rev) return remembered
  const { size } = state
  const bundle = Math.floor(size / tileWidth)
  const width = size % tileWidth
  const open = (key: (c: ConsultationId, bundle: number, width: number) => string) =>
    width === 0 ? new Uint8Array() : getFile(store, key(c, bundle, width))
  const tiles = openTiles(size).map(async ({ level, index, width }) =>
    width === 0 ? [] : tileHashes(await getFile(store, objectKeys.hashTile(c, level, index, width)), width),
  )
  const [levels, entries, texts, indexes] = await Promise.all([
    Promise.all(tiles),
    open(objectKeys.entryBundle),
    open(objectKeys.textBundle),
    Promise.all(state.index.map(({ key }) => getFile(store, key))),
  ])
  return {
    rev: state.rev,
    edge: { size, levels },
    entries,
    texts,
    indexes: indexes.map((i) => Buffer.from(i)),
  }
}

/** What the log knows of an opinion. */
export function findInLog(log: OpenLog, id: OpinionId): IndexFinding {
  const key = indexKey(id)
  const known: IndexFinding = { superseded: false }
  for (const index of log.indexes) {
    const found = findInIndex(index, key)
    known.superseded ||= found.superseded
    known.place ??= found.place
  }
  return known
}

/** The entry at a place of the log. */
export async function entryAt(
  store: LogStore,
  c: ConsultationId,
  log: OpenLog,
  place: number,
): Promise<LogEntry> {
  const bundle = Math.floor(place / tileWidth)
  const isOpen = bundle === Math.floor(log.edge.size / tileWidth)
  const bytes = isOpen ? log.entries : await getFile(store, objectKeys.entryBundle(c, bundle, tileWidth))
  const entry = splitBundle(bytes)[place % tileWidth]
  if (entry === undefined) throw new Error(`the log has no entry ${place}`)
  return readEntry(entry)
}
