import { PortalError } from '#core/portal-error.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'

/** Reads an object that must be there; throws `not-found`. */
export async function getObject(objects: ObjectStore, key: string): Promise<Uint8Array> {
  const bytes = await objects.find(key)
  if (bytes === undefined) throw new PortalError('not-found', { kind: 'object', id: key })
  return bytes
}

/** Reads an object as JSON; throws `not-found`. */
export async function getJson(objects: ObjectStore, key: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await getObject(objects, key)))
}

/** Bytes of a value as JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
