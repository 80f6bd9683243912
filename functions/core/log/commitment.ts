import type { OpinionContent } from '../opinion.ts'
import { sha256 } from '../sha256.ts'

/**
 * One spelling of a JSON value: keys sorted, no spaces, `undefined` left out (RFC 8785 for the plain
 * objects, strings, integers and booleans we commit to).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`
}

/**
 * Commits to what was said without embedding it: `base64url(SHA-256("kaimen opinion v1\0" ‖ salt ‖ "\0" ‖ canonical JSON))`.
 * Erasing salt and text leaves a hash that proves a place in the log and tells nothing (R18).
 */
export function commitmentOf(salt: string, content: OpinionContent): string {
  return sha256(`kaimen opinion v1\0${salt}\0${canonicalJson(content)}`).toString('base64url')
}
