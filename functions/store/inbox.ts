import type { OpinionRecord } from '#core/opinion.ts'
import type { Inbox } from '#core/ports.ts'
import { conditionally } from './conditional.ts'
import { consultationOfItem, inboxItem, recordOfItem } from './inbox-item.ts'
import { OpinionId } from '#core/ids.ts'
import type { Item, Tables } from './tables.ts'

/** Parts of the inbox read at once by `idsOf`; a page is at most 1 MB. */
const segments = 4

async function idsInSegment(tables: Tables, table: string, c: string, segment: number): Promise<OpinionId[]> {
  const ids: OpinionId[] = []
  let from: Item | undefined
  do {
    const page = await tables.scan({
      TableName: table,
      ConsistentRead: true,
      ExclusiveStartKey: from,
      Segment: segment,
      TotalSegments: segments,
    })
    for (const item of page.items) if (consultationOfItem(item) === c) ids.push(OpinionId.parse(item['id']))
    from = page.next
  } while (from !== undefined)
  return ids
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
    idsOf: async (c) => {
      const parts = Array.from({ length: segments }, (_, segment) => idsInSegment(tables, table, c, segment))
      return (await Promise.all(parts)).flat()
    },
  }
}
