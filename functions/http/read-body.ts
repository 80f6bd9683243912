import type { Context } from 'hono'
import { PortalError } from '#core/portal-error.ts'

/** Media type of the body without parameters, lower case; `''` when none is named. */
export function mediaType(c: Context): string {
  return (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Throws `unsupported-media-type` unless the body is one of these. */
export function requireMediaType(c: Context, accepted: readonly string[]): void {
  if (!accepted.includes(mediaType(c))) throw new PortalError('unsupported-media-type', { accepted })
}

/** Reads a body up to a limit and not a byte further: `too-large` whether or not its length was announced. */
export async function readBody(c: Context, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new PortalError('too-large', { maxBytes })
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge()
  const { body } = c.req.raw
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** UTF-8 or `malformed-body`; bytes that are not text are never guessed at here. */
export function readUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new PortalError('malformed-body', { reason: 'not-utf-8' })
  }
}
