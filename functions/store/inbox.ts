import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { OpinionRecord } from '#core/opinion.ts'
import type { Inbox } from '#core/ports.ts'
import { conditionally } from './conditional.ts'
import { inboxItem, recordOfItem } from './inbox-item.ts'

/** The write-once inbox on the table `opinions`. */
export function makeInbox(client: DynamoDBDocumentClient, table: string): Inbox {
  const append = async (record: OpinionRecord) => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: inboxItem(record),
        ConditionExpression: 'attribute_not_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return { stored: true as const }
  }
  return {
    append: (record) =>
      conditionally(
        () => append(record),
        (held) => ({ stored: false as const, held: recordOfItem(held ?? {}) }),
      ),
    find: async (id) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }),
      )
      return Item === undefined ? undefined : recordOfItem(Item)
    },
  }
}
