import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { plainItem } from './attribute-values.ts'
import { callAws, serviceUrl, type AwsAnswer, type AwsPlace } from './aws-call.ts'
import type { Item, ItemPage, ItemWrite, Tables } from './tables.ts'

/** Refusals of DynamoDB that pass (Developer Guide, "Error handling", "Retry? Yes"). */
const passingNames = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionInProgressException',
]

type Sent = Record<string, unknown>
type Answered = Record<string, AttributeValue>

function attributeOf(value: unknown): unknown {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (value instanceof Uint8Array)
    return { B: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  if (Array.isArray(value)) return { L: value.map(attributeOf) }
  if (typeof value === 'object') return { M: attributesOf(value) }
  throw new TypeError(`a value of kind ${typeof value} cannot be stored`)
}

/** Plain JavaScript → attribute values; absent fields are left out. */
export function attributesOf(item: object): Sent {
  const attributes: Sent = {}
  for (const [name, value] of Object.entries(item))
    if (value !== undefined) attributes[name] = attributeOf(value)
  return attributes
}

/** Everything of an input that is data goes as attribute values, everything else as it is. */
function inputOf(input: object): Sent {
  const data = ['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey']
  const entries = Object.entries(input).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, data.includes(name) ? attributesOf(value as object) : value]),
  )
}

/** DynamoDB names a refusal `com.amazonaws.dynamodb.v20120810#ThrottlingException`. */
const typeField = '__type'

function nameOf(body: Sent): string | undefined {
  const type = body[typeField]
  return typeof type === 'string' ? type.split('#').at(-1) : undefined
}

function parse(answer: AwsAnswer): Sent {
  try {
    return JSON.parse(answer.body.toString()) as Sent
  } catch {
    return {}
  }
}

function isPassing(answer: AwsAnswer): boolean {
  return answer.status >= 500 || (answer.status !== 200 && passingNames.includes(nameOf(parse(answer)) ?? ''))
}

/** An error with DynamoDB's name and whatever it brings along: `Item`, `CancellationReasons`. */
function refusalOf(answer: AwsAnswer): Error {
  const { [typeField]: type, message: _quotes, ...facts } = parse(answer)
  const unnamed = answer.status >= 500 ? 'ServiceUnavailable' : 'UnknownError'
  const name = nameOf({ [typeField]: type }) ?? unnamed
  return Object.assign(new Error(`DynamoDB answered ${answer.status}`), facts, { name })
}

/**
 * The tables through DynamoDB's own protocol (JSON 1.0 over HTTPS), for the function that a deadline floods:
 * AWS's client is 200 KB of code and a third of a millisecond of CPU a write. Same names, same errors.
 */
export function directTables(place: AwsPlace): Tables {
  const url = serviceUrl(place, 'dynamodb')

  async function call(operation: string, input: Sent): Promise<Sent> {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    }
    const request = { method: 'POST', url, headers, body: JSON.stringify(input) } as const
    const answer = await callAws(place, 'dynamodb', request, isPassing)
    if (answer.status !== 200) throw refusalOf(answer)
    return JSON.parse(answer.body.toString()) as Sent
  }

  async function page(operation: string, input: object): Promise<ItemPage> {
    const { Items, LastEvaluatedKey } = (await call(operation, inputOf(input))) as {
      Items?: Answered[]
      LastEvaluatedKey?: Answered
    }
    return { items: (Items ?? []).map(plainItem), next: LastEvaluatedKey && plainItem(LastEvaluatedKey) }
  }

  return {
    get: async (input): Promise<Item | undefined> => {
      const { Item } = (await call('GetItem', inputOf(input))) as { Item?: Answered }
      return Item && plainItem(Item)
    },
    put: async (input: ItemWrite) => void (await call('PutItem', inputOf(input))),
    remove: async (input) => void (await call('DeleteItem', inputOf(input))),
    query: (input) => page('Query', input),
    scan: (input) => page('Scan', input),
    transact: async (writes) => {
      const TransactItems = writes.map((write) =>
        'Put' in write ? { Put: inputOf(write.Put) } : { Delete: inputOf(write.Delete) },
      )
      // Retried as one: the token makes a second sending the same transaction.
      await call('TransactWriteItems', { TransactItems, ClientRequestToken: crypto.randomUUID() })
    },
  }
}
