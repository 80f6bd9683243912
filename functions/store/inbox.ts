import type { OpinionRecord } from '#core/opinion.ts'
import type { Inbox } from '#core/ports.ts'
import { conditionally } from './conditional.ts'
import { inboxItem, recordOfItem } from './inbox-item.ts'
import type { Tables } from './tables.ts'

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
  }
}
