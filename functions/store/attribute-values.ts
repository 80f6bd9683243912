import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Item } from './tables.ts'

/**
 * Attribute values as DynamoDB sends them → plain JavaScript. The document client does this for answers,
 * but neither for the item of a failed condition nor for the records of a stream. Binary is bytes from a
 * client and base64 in a Lambda event. Sets, which we never store, are refused: they would be our bug.
 */
function plainValue(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return Number(value.N)
  if (value.BOOL !== undefined) return value.BOOL
  if (value.NULL !== undefined) return null
  if (value.B !== undefined) return bytesOf(value.B)
  if (value.L !== undefined) return value.L.map(plainValue)
  if (value.M !== undefined) return plainItem(value.M)
  throw new TypeError(`unexpected attribute kind ${Object.keys(value).join()}`)
}

function bytesOf(binary: Uint8Array | string): Uint8Array {
  return typeof binary === 'string' ? Buffer.from(binary, 'base64') : binary
}

/** A whole item in attribute values → plain JavaScript. */
export function plainItem(item: Record<string, AttributeValue>): Item {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]))
}
