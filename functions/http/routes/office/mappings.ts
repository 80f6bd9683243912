import { MappingInput, MappingList } from '#contract/mapping-api.ts'
import { ColumnMapping } from '#core/column-mapping.ts'
import { MappingId } from '#core/ids.ts'
import { listMappings, putMapping, removeMapping } from '../../../actions/manage-column-mappings.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

/** How tables of other channels are read: saved once by a contact point, changed and deleted later. */
export function mappingHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/mappings': async (c) =>
      answerShape(c, MappingList, await listMappings(deps, c.get('member'))),

    'PUT /office/api/mappings/:mappingId': async (c) => {
      const id = pathId(c, 'mappingId', MappingId)
      const input = await readJson(c, MappingInput)
      const stored = await putMapping(deps, c.get('member'), id, input, readRev(c), clock.now())
      return answerItem(c, ColumnMapping, stored)
    },

    'POST /office/api/mappings/:mappingId/remove': async (c) => {
      const id = pathId(c, 'mappingId', MappingId)
      const stored = await removeMapping(deps, c.get('member'), id, readRev(c), clock.now())
      return answerItem(c, ColumnMapping, stored)
    },
  } satisfies Record<string, OfficeHandler>
}
