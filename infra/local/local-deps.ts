import { randomBytes } from 'node:crypto'
import type { Authority } from '#contract/authority.ts'
import type { Deps } from '#core/ports.ts'
import { instant } from '#core/time.ts'
import { makeKeys } from '../../functions/store/keys.ts'
import { makeStores } from '../../functions/store/make-stores.ts'
import { localBucket, localTableNames, type EngineRoom } from './engine-room.ts'
import type { KeyFile } from './portal-keys.ts'
import type { LocalSettings } from './settings.ts'

/** Minutes east of UTC, and the shortest window without a reason: what a city in China would set. */
export const localUtcOffsetMinutes = 480
const legalMinimumDays = 30

/** Everything actions need, on the local engines, with the machine's clock and randomness. */
export function makeLocalDeps(
  settings: LocalSettings,
  engines: EngineRoom,
  keyFile: KeyFile,
  authority: Authority,
) {
  const keys = makeKeys(keyFile)
  const stores = makeStores({
    dynamo: engines.dynamo,
    s3: engines.s3,
    tableNames: localTableNames,
    bucket: localBucket,
    logOrigin: 'localhost/kaimen',
    keys,
  })
  const portal: Pick<Deps, 'settings' | 'clock' | 'randomness' | 'keys'> = {
    settings: {
      origin: settings.origin,
      utcOffsetMinutes: localUtcOffsetMinutes,
      legalMinimumDays,
      attachmentKeptDays: settings.attachmentKeptDays,
      noticeVersion: authority.noticeVersion,
    },
    clock: { now: () => instant(Date.now()) },
    randomness: { bytes: (length) => randomBytes(length) },
    keys,
  }
  return { ...stores, ...portal }
}
