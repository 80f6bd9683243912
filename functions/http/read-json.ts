import type { Context } from 'hono'
import type * as z from 'zod'
import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { shapeProblems } from '#contract/shape-problems.ts'
import { jsonDepth } from './json-depth.ts'
import { readBody, readUtf8, requireMediaType } from './read-body.ts'

/** Text → JSON value; `malformed-body` says whether it was the syntax or the depth. */
export function parseJson(text: string): unknown {
  if (jsonDepth(text) > limits.maxJsonDepth)
    throw new PortalError('malformed-body', { reason: 'too-deep', maxDepth: limits.maxJsonDepth })
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new PortalError('malformed-body', { reason: 'not-json' })
  }
}

/** A value of the schema's shape, or `invalid-fields` naming every field that is not. */
export function parseShape<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new PortalError('invalid-fields', { fields: shapeProblems(read.error.issues, value) })
}

/** Reads a JSON body: media type, size, UTF-8, depth, syntax, then shape. */
export async function readJson<S extends z.ZodType>(
  c: Context,
  schema: S,
  maxBytes: number = limits.maxBodyBytes,
): Promise<z.infer<S>> {
  requireMediaType(c, ['application/json'])
  return parseShape(schema, parseJson(readUtf8(await readBody(c, maxBytes))))
}
