import * as z from 'zod'
import { signCheckpoint } from '#core/log/checkpoint.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { LogState, LogStore, ObjectStore } from '#core/log/log-ports.ts'
import type { Keys } from '#core/ports.ts'
import { Tallies } from '#core/log/tallies.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredState: z.ZodType<LogState> = z.strictObject({
  size: z.int(),
  root: z.string(),
  tallies: Tallies,
  checkpoint: z.string(),
  stage: z.string(),
  index: z.array(z.strictObject({ from: z.int(), to: z.int(), key: z.string() })),
  openSizes: z.array(z.int()),
  obsolete: z.array(z.string()),
  rev: z.int(),
})

/** DynamoDB takes no empty attribute name, and `''` is how tallies name the draft as a whole; no provision is called `*`. */
const wholeDraft = '*'

function renameArticle(state: LogState, from: string, to: string): LogState {
  const { [from]: count, ...rest } = state.tallies.byArticle
  if (count === undefined) return state
  return { ...state, tallies: { ...state.tallies, byArticle: { ...rest, [to]: count } } }
}

/** Every consultation has its own tree, so each has its own origin under the deployment's. */
export function logOriginOf(logOrigin: string, consultationId: ConsultationId): string {
  return `${logOrigin}/log/${consultationId}`
}

/** The log's heads on the table `desk`, its files in the object store, its signature from the deployment's key. */
export function makeLogStore(desk: Desk, objects: ObjectStore, logOrigin: string, keys: Keys): LogStore {
  return {
    objects,
    find: async (consultationId) => {
      const state = await desk.find(StoredState, deskKeys.logHead(consultationId))
      return state && renameArticle(state, wholeDraft, '')
    },
    commit: async (consultationId, state, readRev) => {
      const stored = renameArticle(state, '', wholeDraft)
      return renameArticle(await desk.put(deskKeys.logHead(consultationId), stored, readRev), wholeDraft, '')
    },
    signCheckpoint: (consultationId, size, root) =>
      signCheckpoint({ origin: logOriginOf(logOrigin, consultationId), size, root }, keys),
  }
}
