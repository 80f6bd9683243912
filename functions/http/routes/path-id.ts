import type { Context } from 'hono'
import type * as z from 'zod'
import { PortalError } from '#core/portal-error.ts'

/** An id from the path; one that cannot exist is not found, like one that does not. */
export function pathId<S extends z.ZodType>(c: Context, name: string, schema: S): z.infer<S> {
  const read = schema.safeParse(c.req.param(name))
  if (!read.success) throw new PortalError('not-found', { kind: name })
  return read.data
}
