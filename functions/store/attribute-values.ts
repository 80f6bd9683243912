import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Item } from './document-client.ts'

/**
 * Attribute values as DynamoDB sends them → plain JavaScript. The document client does this for answers,
 * but neither for the item of a failed condition nor for the records of a stream. Kinds we never store
 * (binary, sets) are refused: they would be our bug.
 */
function plainValue(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return Number(value.N)
  if (value.BOOL !== undefined) return value.BOOL
  if (value.NULL !== undefined) return null
  if (value.L !== undefined) return value.L.map(plainValue)
  if (value.M !== undefined) return plainItem(value.M)
  throw new TypeError(`unexpected attribute kind ${Object.keys(value).join()}`)
}

/** A whole item in attribute values → plain JavaScript. */
export function plainItem(item: Record<string, AttributeValue>): Item {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]))
}
