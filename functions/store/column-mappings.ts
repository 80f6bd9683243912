import type { ColumnMappings } from '#core/collecting/collect-ports.ts'
import { ColumnMapping } from '#core/batch/column-mapping.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Saved column mappings on the table `desk`, one partition a contact point. */
export function makeColumnMappings(desk: Desk): ColumnMappings {
  return {
    listOf: (contactPointId) => desk.list(ColumnMapping, deskKeys.columnMappings(contactPointId)),
    find: (contactPointId, id) => desk.find(ColumnMapping, deskKeys.columnMapping(contactPointId, id)),
    put: (mapping, readRev) => {
      const key = deskKeys.columnMapping(mapping.contactPointId, mapping.id)
      return desk.put(key, mapping, readRev)
    },
  }
}
