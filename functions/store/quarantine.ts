import type { Quarantine } from '#core/collecting/collect-ports.ts'
import { QuarantinedOpinion } from '#core/collecting/quarantine.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** What was set aside, on the table `desk`: one partition, because it stays small or something is very wrong. */
export function makeQuarantine(desk: Desk): Quarantine {
  return {
    find: (contactPointId, id) =>
      desk.find(QuarantinedOpinion, deskKeys.quarantinedOpinion(contactPointId, id)),
    list: (contactPointId) =>
      desk.list(
        QuarantinedOpinion,
        deskKeys.quarantine,
        contactPointId && deskKeys.quarantineOf(contactPointId),
      ),
    put: (item, readRev) =>
      desk.put(deskKeys.quarantinedOpinion(item.contactPointId, item.id), item, readRev),
  }
}
