import type { OpinionRecord } from '#core/opinion.ts'
import type { Inbox } from '#core/ports.ts'
import { conditionally } from './conditional.ts'
import { bytesAbout, inboxItem, recordOfItem } from './inbox-item.ts'
import { OpinionId } from '#core/ids.ts'
import type { Item, Tables } from './tables.ts'

/** Parts of the inbox read at once by `idPages`; DynamoDB reads at most 1 MB for a page, whatever it answers. */
const segments = 16

/** One page of a part: the ids whose packed bytes name the consultation, found by DynamoDB, so that only ids travel. */
async function scanPage(
  tables: Tables,
  table: string,
  c: string,
  part: { segment: number; from?: Item | undefined },
) {
  const page = await tables.scan({
    TableName: table,
    ConsistentRead: true,
    ExclusiveStartKey: part.from,
    Segment: part.segment,
    TotalSegments: segments,
    ProjectionExpression: 'id',
    FilterExpression: 'contains(b, :about)',
    ExpressionAttributeValues: { ':about': bytesAbout(c) },
  })
  return {
    ids: page.items.map((item) => OpinionId.parse(item['id'])),
    segment: part.segment,
    next: page.next,
  }
}

/** All parts side by side; pages are answered as they come. */
async function* idPages(tables: Tables, table: string, c: string): AsyncGenerator<OpinionId[]> {
  const running = new Map<number, ReturnType<typeof scanPage>>()
  for (let segment = 0; segment < segments; segment += 1)
    running.set(segment, scanPage(tables, table, c, { segment }))
  while (running.size > 0) {
    const { ids, segment, next } = await Promise.race(running.values())
    if (next === undefined) running.delete(segment)
    else running.set(segment, scanPage(tables, table, c, { segment, from: next }))
    yield ids
  }
}

/** The write-once inbox on the table `opinions`. */
export function makeInbox(tables: Tables, table: string): Inbox {
  const append = async (record: OpinionRecord) => {
    await tables.put({
      TableName: table,
      Item: inboxItem(record),
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
    return { stored: true as const }
  }
  return {
    append: (record) =>
      conditionally(
        () => append(record),
        (held) => ({ stored: false as const, held: recordOfItem(held ?? {}) }),
      ),
    find: async (id) => {
      const item = await tables.get({ TableName: table, Key: { id }, ConsistentRead: true })
      return item === undefined ? undefined : recordOfItem(item)
    },
    idPages: (c) => idPages(tables, table, c),
  }
}
