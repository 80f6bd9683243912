import { Cause } from '#core/lineage/causes.ts'
import type { Causes } from '#core/ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Causes of changed articles on the table `desk`, one item an article, in one partition for each newer draft (R6). */
export function makeCauses(desk: Desk): Causes {
  return {
    listOf: (from, to) => desk.list(Cause, deskKeys.causes(to), deskKeys.causesFrom(from)),
    find: (from, to, { side, provisionId }) => desk.find(Cause, deskKeys.cause(from, to, side, provisionId)),
    put: (cause, readRev) => {
      const { fromDraftId, toDraftId, side, provisionId } = cause
      return desk.put(deskKeys.cause(fromDraftId, toDraftId, side, provisionId), cause, readRev)
    },
  }
}
