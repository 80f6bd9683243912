import { readEntry, splitBundle } from '#core/entry-bundle.ts'
import type { ConsultationId } from '#core/ids.ts'
import { LogText, type LoggedOpinion } from '#core/log-entry.ts'
import { emptyRoot } from '#core/merkle.ts'
import { PortalError } from '#core/portal-error.ts'
import type { LogState, LogStore } from '#core/log-ports.ts'
import type { OpinionLog } from '#core/ports.ts'
import { noTallies } from '#core/tallies.ts'
import { tileWidth } from '#core/tiles.ts'
import { objectKeys } from '#contract/objects.ts'
import { makeLogFiles, type LogFiles } from './log-files.ts'
import { proveInclusion } from './log-proofs.ts'

/** Width of bundle `bundle` in the tree of a head. */
function widthOf(bundle: number, size: number): number {
  return Math.min(tileWidth, size - bundle * tileWidth)
}

/** Opinions of one bundle, as far as the head goes. */
async function readBundle(
  files: LogFiles,
  c: ConsultationId,
  state: LogState,
  bundle: number,
): Promise<LoggedOpinion[]> {
  const width = widthOf(bundle, state.size)
  const [entries, texts] = await Promise.all([
    files.read(c, state, (head) => objectKeys.entryBundle(c, bundle, widthOf(bundle, head.size))),
    files.read(c, state, (head) => objectKeys.textBundle(c, bundle, widthOf(bundle, head.size))),
  ])
  const lines = new TextDecoder().decode(texts).split('\n')
  return splitBundle(entries)
    .slice(0, width)
    .map((bytes, i) => {
      const text = LogText.parse(JSON.parse(lines[i] ?? 'null'))
      const n = bundle * tileWidth + i
      if (text.n !== n) throw new Error(`text ${text.n} stands at place ${n}`)
      return { n, entry: readEntry(bytes), text }
    })
}

/** The log as a read model. Everything it answers belongs to one committed head. */
export function makeOpinionLog(store: LogStore): OpinionLog {
  const files = makeLogFiles(store)
  return {
    head: async (c) => {
      const state = await store.find(c)
      if (state === undefined)
        return { size: 0, root: Buffer.from(emptyRoot).toString('base64'), tallies: noTallies, rev: 0 }
      const { size, root, tallies, rev } = state
      return { size, root, tallies, rev }
    },
    read: async function* (c, from = 0, to) {
      const state = await store.find(c)
      const end = Math.min(to ?? Infinity, state?.size ?? 0)
      if (state === undefined) return
      for (let bundle = Math.floor(from / tileWidth); bundle * tileWidth < end; bundle += 1)
        for (const opinion of await readBundle(files, c, state, bundle))
          if (opinion.n >= from && opinion.n < end) yield opinion
    },
    positionOf: async (c, id) => {
      const state = await store.find(c)
      return state === undefined ? undefined : files.placeOf(c, state, id)
    },
    inclusionProof: async (c, index) => {
      const state = await store.find(c)
      if (state === undefined || !(index >= 0 && index < state.size))
        throw new PortalError('not-found', { kind: 'log-entry', id: index })
      const hashes = await proveInclusion(files, c, state, index)
      const { size, root, checkpoint } = state
      return { index, size, root, hashes, checkpoint }
    },
  }
}
