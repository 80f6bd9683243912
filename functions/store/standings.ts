import * as z from 'zod'
import type { ObjectStore } from '#core/log/log-ports.ts'
import { sha256 } from '#core/sha256.ts'
import type { StandingHead, Standings } from '#core/deciding/standing-ports.ts'
import { instant, Instant } from '#core/time.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredHead: z.ZodType<StandingHead> = z.strictObject({
  method: z.string(),
  size: z.int(),
  key: z.string(),
  latest: Instant,
  trimmedTo: Instant.default(instant(0)),
  obsolete: z.array(z.string()),
  rev: z.int(),
})

/** Which opinions are decided: the head on the table `desk`, one immutable object a snapshot. */
export function makeStandings(desk: Desk, objects: ObjectStore): Standings {
  return {
    head: (c) => desk.find(StoredHead, deskKeys.standingHead(c)),
    commit: (c, head, readRev) => desk.put(deskKeys.standingHead(c), head, readRev),
    append: async (c, bytes) => {
      const key = objectKeys.standing(c, bytes.length, sha256(bytes).toString('hex'))
      await objects.put(key, bytes)
      return key
    },
    find: (key) => objects.find(key),
    remove: (keys) => objects.remove(keys),
  }
}
