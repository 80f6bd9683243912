import { Readable } from 'node:stream'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { exampleConsultation, exampleDraftMeta, billId, draftId } from '../support/example-consultation.ts'
import { exampleDraft } from '../support/example-law.ts'

interface SentRequest {
  headers: Record<string, string>
  body?: unknown
}
interface Received {
  response: { statusCode: number; headers: Record<string, string>; body: Readable }
}

/** Bytes of one attribute value as DynamoDB counts them (Developer Guide, "DynamoDB item sizes and formats"). */
function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S)
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1
  // On the wire, binary is base64.
  if (value.B !== undefined) return Buffer.from(String(value.B), 'base64').length
  if (value.L !== undefined) return 3 + value.L.reduce((sum, part) => sum + 1 + valueBytes(part), 0)
  if (value.M !== undefined) return 3 + itemBytes(value.M) + Object.keys(value.M).length
  return 1
}

export function itemBytes(item: Record<string, AttributeValue>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  )
}

function attribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (Array.isArray(value)) return { L: value.map(attribute) }
  return { M: attributes(value as object) }
}

function attributes(value: object): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, attribute(held)]))
}

/** Answers of AWS without a network: one consultation, one draft, and an inbox that takes everything and counts it. */
export function stubbedAws() {
  const counts = { writes: 0, writeUnits: 0, itemBytes: 0 }
  const reply = (body: string, type: string): Received => ({
    response: {
      statusCode: 200,
      headers: { 'content-type': type },
      body: Readable.from([Buffer.from(body)]),
    },
  })

  function find(key: { pk: { S: string } }): string {
    const held = key.pk.S === 'draft' ? exampleDraftMeta : exampleConsultation()
    return JSON.stringify({ Item: attributes({ ...held, pk: key.pk.S, sk: held.id }) })
  }

  function answerDynamo(request: SentRequest): string {
    const operation = request.headers['x-amz-target']?.split('.')[1]
    const sent = JSON.parse(Buffer.from(request.body as Uint8Array).toString()) as { Key: never; Item: Record<string, AttributeValue> }
    if (operation === 'GetItem') return find(sent.Key)
    if (operation !== 'PutItem') throw new Error(`the bench did not expect ${operation}`)
    const bytes = itemBytes(sent.Item)
    counts.writes += 1
    counts.itemBytes += bytes
    counts.writeUnits += Math.ceil(bytes / 1024)
    return '{}'
  }

  const draft = JSON.stringify(exampleDraft(draftId, billId, 'consultation', exampleDraftMeta.title))
  return {
    counts,
    dynamo: {
      handle: async (request: SentRequest) => reply(answerDynamo(request), 'application/x-amz-json-1.0'),
    } as never,
    s3: { handle: async () => reply(draft, 'application/json') } as never,
  }
}
