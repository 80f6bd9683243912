import * as z from 'zod'
import { OpinionFilterQuery, type OpinionFilterFields } from '#contract/opinion-filter.ts'
import { shapeProblems } from '#contract/shape-problems.ts'
import { PortalError } from '#core/portal-error.ts'

const Filter = z.strictObject(OpinionFilterQuery.shape)

/**
 * A filter as the address spells it → as it is meant. Refuses `invalid-fields`, also for a name it does not know: a
 * mistyped filter would else be a whole table.
 */
export function fieldsOf(filter: Readonly<Record<string, string>>): OpinionFilterFields {
  const read = Filter.safeParse(filter)
  if (read.success) return read.data
  throw new PortalError('invalid-fields', { fields: shapeProblems(read.error.issues, filter) })
}
