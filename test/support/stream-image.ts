import type { AttributeValue } from '@aws-sdk/client-dynamodb'

function attribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') as never }
  if (Array.isArray(value)) return { L: value.map(attribute) }
  return { M: streamImage(value as object) }
}

/** An item as DynamoDB's stream hands it over. */
export function streamImage(item: object): Record<string, AttributeValue> {
  const present = Object.entries(item).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present.map(([name, value]) => [name, attribute(value)]))
}
