import type { Context } from 'hono'
import { limits } from '#contract/limits.ts'
import { readBody, readUtf8 } from './read-body.ts'

export const formMediaType = 'application/x-www-form-urlencoded'

/** Fields of an HTML form by name; the last one wins, an empty one counts as not filled in. */
export type FormFields = Readonly<Record<string, string | undefined>>

/** Reads a urlencoded form body, bounded like every other body of the public API. */
export async function readForm(c: Context): Promise<FormFields> {
  const parameters = new URLSearchParams(readUtf8(await readBody(c, limits.maxBodyBytes)))
  return Object.fromEntries([...parameters].filter(([, value]) => value.trim() !== ''))
}
