import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { AwsAnswer, SentRequest } from '../../functions/store/aws-call.ts'
import { attributesOf } from '../../functions/store/direct-tables.ts'
import { exampleConsultation, exampleDraftMeta, billId, draftId } from '../support/example-consultation.ts'
import { exampleDraft } from '../support/example-law.ts'

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

/** Answers of AWS without a network: one consultation, one draft, and an inbox that takes everything and counts it. */
export function stubbedAws() {
  const counts = { writes: 0, writeUnits: 0, itemBytes: 0 }
  function find(key: { pk: { S: string } }): string {
    const held = key.pk.S === 'draft' ? exampleDraftMeta : exampleConsultation()
    return JSON.stringify({ Item: attributesOf({ ...held, pk: key.pk.S, sk: held.id }) })
  }

  function answerDynamo(request: SentRequest): string {
    const operation = request.headers['x-amz-target']?.split('.')[1]
    const sent = JSON.parse(request.body) as { Key: never; Item: Record<string, AttributeValue> }
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
    send: async (request: SentRequest): Promise<AwsAnswer> => ({
      status: 200,
      body: Buffer.from(request.url.host.includes('s3') ? draft : answerDynamo(request)),
    }),
  }
}
