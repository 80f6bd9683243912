import type { Context } from 'hono'
import type * as z from 'zod'
import { PortalError } from '#core/portal-error.ts'

/** Answers a value through its shape: what is not declared does not leave, and a wrong shape is our bug. */
export function answerShape<S extends z.ZodType>(
  c: Context,
  schema: S,
  value: z.input<S>,
  status: 200 | 201 | 202 = 200,
): Response {
  return c.json(schema.parse(value), status)
}

/** The same for an item with a revision: its ETag is what the next write must name (RFC 9110 §8.8.3). */
export function answerItem<S extends z.ZodType>(
  c: Context,
  schema: S,
  item: z.input<S> & { rev: number },
  status: 200 | 201 = 200,
): Response {
  c.header('etag', `"${item.rev}"`)
  return answerShape(c, schema, item, status)
}

/**
 * The revision a write was made from: 428 without If-Match, 412 when it cannot be one of ours. A weak tag is
 * taken for its number, because a compressing proxy may have weakened it.
 */
export function readRev(c: Context): number {
  const ifMatch = c.req.header('if-match')
  if (ifMatch === undefined) throw new PortalError('precondition-required')
  const rev = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  if (rev === undefined) throw new PortalError('changed-meanwhile', { reason: 'unreadable-if-match' })
  return Number(rev)
}

/** RFC 6266 with the UTF-8 name of RFC 8187; the plain name is for very old clients. */
export function contentDisposition(fileName: string): string {
  const extension = /\.[A-Za-z0-9]+$/.exec(fileName)?.[0] ?? ''
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="kaimen${extension}"; filename*=UTF-8''${encoded}`
}
