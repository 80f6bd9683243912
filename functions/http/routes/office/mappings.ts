import { MappingInput, MappingList } from '#contract/mapping-api.ts'
import { ShelfQuery } from '#contract/office-queries.ts'
import { ColumnMapping } from '#core/batch/column-mapping.ts'
import { MappingId } from '#core/ids.ts'
import { listMappings, putMapping, removeMapping } from '../../../actions/batch/manage-column-mappings.ts'
import { answerItem, answerShape, readRev } from '../../office-answer.ts'
import type { OfficeContext, OfficeDeps, OfficeHandler } from '../../office-deps.ts'
import { parseShape, readJson } from '../../read-json.ts'
import { pathId } from '../path-id.ts'

const placeOf = (c: OfficeContext) => ({
  id: pathId(c, 'mappingId', MappingId),
  shelf: parseShape(ShelfQuery, c.req.query()).for,
})

/** How tables of other channels are read: saved once by a contact point, changed and deleted later. */
export function mappingHandlers(deps: OfficeDeps) {
  const { clock } = deps
  return {
    'GET /office/api/mappings': async (c) => {
      const { for: shelf } = parseShape(ShelfQuery, c.req.query())
      return answerShape(c, MappingList, await listMappings(deps, c.get('member'), shelf))
    },

    'PUT /office/api/mappings/:mappingId': async (c) => {
      const place = placeOf(c)
      const input = await readJson(c, MappingInput)
      const stored = await putMapping(deps, c.get('member'), place, input, readRev(c), clock.now())
      return answerItem(c, ColumnMapping, stored)
    },

    'POST /office/api/mappings/:mappingId/remove': async (c) => {
      const place = placeOf(c)
      const stored = await removeMapping(deps, c.get('member'), place, readRev(c), clock.now())
      return answerItem(c, ColumnMapping, stored)
    },
  } satisfies Record<string, OfficeHandler>
}
