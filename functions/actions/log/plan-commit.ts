import { correctedIds } from '#core/log/corrected-ids.ts'
import { entryBytes } from '#core/log/entry-bundle.ts'
import { foldTallies, type LoggedBefore } from '#core/log/fold-tallies.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { logEntryOf, type LogEntry } from '#core/log/log-entry.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import { stageBytes, type LogStage } from '#core/log/log-stage.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { noTallies } from '#core/log/tallies.ts'
import { edgeRoot, tileWidth } from '#core/log/tiles.ts'
import { objectKeys } from '#contract/objects.ts'
import { appendFiles } from './append-files.ts'
import { growIndex } from './grow-index.ts'
import { entryAt, findInLog, type OpenLog } from './open-log.ts'

/** One commit, worked out: what must be stored before it, the head to commit, what is left to do, the log as it then is. */
export interface CommitPlan {
  before: Map<string, Uint8Array>
  state: LogState
  stage: LogStage
  log: OpenLog
}

/** What a commit starts from. */
export interface CommitGround {
  store: LogStore
  c: ConsultationId
  state: LogState | undefined
  log: OpenLog
}

/** Records to log, none of which is in the log; `superseded`: those a logged correction named before they came. */
export interface FreshRecords {
  records: readonly OpinionRecord[]
  superseded: ReadonlySet<OpinionId>
}

/** What the fold must know of the log: looked up for the fresh ids and for those that fresh corrections name. */
async function loggedBefore(
  ground: CommitGround,
  entries: readonly LogEntry[],
  fresh: FreshRecords,
): Promise<LoggedBefore> {
  const superseded = new Set(fresh.superseded)
  const originals = new Map<OpinionId, LogEntry>()
  for (const supersedes of entries.flatMap(correctedIds)) {
    const found = findInLog(ground.log, supersedes)
    if (found.superseded) superseded.add(supersedes)
    else if (found.place !== undefined)
      originals.set(supersedes, await entryAt(ground.store, ground.c, ground.log, found.place))
  }
  return { isSuperseded: (id) => superseded.has(id), entryOf: (id) => originals.get(id) }
}

/** What the commit makes superfluous: the texts' old open end, merged indexes, and a full bundle's partial files. */
function obsoleteAfter(ground: CommitGround, newSize: number, mergedIndexes: readonly string[]) {
  const { c, state } = ground
  if (state === undefined) return { openSizes: [newSize], obsolete: [] }
  const obsolete = [state.stage, ...mergedIndexes]
  const width = state.size % tileWidth
  const bundle = Math.floor(state.size / tileWidth)
  if (width > 0) obsolete.push(objectKeys.textBundle(c, bundle, width))
  const isFull = Math.floor(newSize / tileWidth) > bundle
  if (!isFull) return { openSizes: [...state.openSizes, newSize], obsolete }
  // C2SP tlog-tiles lets partial files go once the full one is there
  for (const size of state.openSizes) {
    if (size % tileWidth === 0) continue
    obsolete.push(objectKeys.entryBundle(c, bundle, size % tileWidth))
    obsolete.push(objectKeys.hashTile(c, 0, bundle, size % tileWidth))
  }
  return { openSizes: [newSize], obsolete }
}

/**
 * Works out the commit that appends the fresh records. Reads the log where a correction names an earlier
 * entry; writes nothing. `mark` makes the stage's name this attempt's own.
 */
export async function planCommit(
  ground: CommitGround,
  fresh: FreshRecords,
  mark: string,
  offsetMinutes: number,
): Promise<CommitPlan> {
  const { store, c, state, log } = ground
  const entries = fresh.records.map(logEntryOf)
  const appended = appendFiles(c, log, entries.map(entryBytes), fresh.records)
  const { edge } = appended
  const before = await loggedBefore(ground, entries, fresh)
  const tallies = foldTallies(state?.tallies ?? noTallies, entries, before, offsetMinutes)
  const index = growIndex(c, state?.index ?? [], log.indexes, entries, log.edge.size)
  const stage = { files: appended.files, remove: state?.obsolete ?? [] }
  const stageKey = objectKeys.stage(c, `${edge.size}-${mark}`)
  const root = edgeRoot(edge)
  const rev = (state?.rev ?? 0) + 1
  return {
    before: new Map([[stageKey, stageBytes(stage)], ...index.files]),
    stage,
    state: {
      size: edge.size,
      root: Buffer.from(root).toString('base64'),
      tallies,
      checkpoint: store.signCheckpoint(c, edge.size, root),
      stage: stageKey,
      index: index.segments,
      ...obsoleteAfter(ground, edge.size, index.merged),
      rev,
    },
    log: { rev, edge, entries: appended.entries, texts: appended.texts, indexes: index.indexes },
  }
}
