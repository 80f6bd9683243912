import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { readStage } from '#core/log/log-stage.ts'
import { findInIndex, indexKey } from '#core/log/opinion-index.ts'
import { PortalError } from '#core/portal-error.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'

/** Indexes are immutable, so one that was read stays right; this many bytes of them are kept. */
const keptIndexBytes = 48 * 1024 * 1024

/** How often a reader follows the head when it moves under their feet. */
const attempts = 8

/** Reads of committed files that never wait for the sequencer. */
export type LogFiles = ReturnType<typeof makeLogFiles>

/**
 * A committed file is at its own place, or — for the moments until it gets there, or after a crash — in the
 * stage the head names. A partial file that is gone was replaced by a wider one of a later head.
 */
export function makeLogFiles(store: LogStore) {
  const indexes = new Map<string, Buffer>()
  let indexBytes = 0

  const findFile = async (state: LogState, key: string): Promise<Uint8Array | undefined> => {
    const placed = await store.objects.find(key)
    if (placed !== undefined) return placed
    const stage = await store.objects.find(state.stage)
    return stage === undefined ? undefined : readStage(stage).files.get(key)
  }

  const indexSegment = async (key: string): Promise<Buffer | undefined> => {
    const known = indexes.get(key)
    if (known !== undefined) return known
    const bytes = await store.objects.find(key)
    if (bytes === undefined) return undefined
    const index = Buffer.from(bytes)
    for (const [oldest, held] of indexes) {
      if (indexBytes + index.length <= keptIndexBytes) break
      indexes.delete(oldest)
      indexBytes -= held.length
    }
    indexes.set(key, index)
    indexBytes += index.length
    return index
  }

  return {
    /** Reads the file `keyIn` names, following the head while it moves; `state` is where to begin. */
    read: async (c: ConsultationId, state: LogState, keyIn: (state: LogState) => string) => {
      let head = state
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const bytes = await findFile(head, keyIn(head))
        if (bytes !== undefined) return bytes
        head = (await store.find(c)) ?? head
      }
      throw new PortalError('not-found', { kind: 'log-file', id: keyIn(head) })
    },
    /** Place of an opinion in the log of this head, `undefined` when it is not in it. */
    placeOf: async (c: ConsultationId, state: LogState, id: OpinionId) => {
      const key = indexKey(id)
      let head = state
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const segments = await Promise.all(head.index.map(({ key }) => indexSegment(key)))
        const whole = segments.filter((segment) => segment !== undefined)
        if (whole.length === segments.length)
          return whole.map((segment) => findInIndex(segment, key).place).find((place) => place !== undefined)
        head = (await store.find(c)) ?? head
      }
      throw new PortalError('not-found', { kind: 'log-index', id: c })
    },
  }
}
