import type { CollectingSessions } from '#core/collecting/collect-ports.ts'
import { HeldSession } from '#core/collecting/collecting-session.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Sessions of collecting on the table `desk`, a partition for each contact point and consultation. */
export function makeCollectingSessions(desk: Desk): CollectingSessions {
  return {
    find: (contactPointId, consultationId, id) =>
      desk.find(HeldSession, deskKeys.collectingSession(contactPointId, consultationId, id)),
    listOf: (contactPointId, consultationId) =>
      desk.list(HeldSession, deskKeys.collectingSessions(contactPointId, consultationId)),
    put: (held, readRev) => {
      const { consultationId, id } = held.session
      return desk.put(deskKeys.collectingSession(held.contactPointId, consultationId, id), held, readRev)
    },
  }
}
