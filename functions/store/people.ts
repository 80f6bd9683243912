import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { ContactData } from '#core/opinion.ts'
import type { People } from '#core/ports.ts'
import { conditionally } from './conditional.ts'

/** Contact data on the table `people`. DynamoDB may keep expired items for days: readers treat them as absent. */
export function makePeople(client: DynamoDBDocumentClient, table: string): People {
  const write = async (contact: ContactData) => {
    const rule = { ConditionExpression: 'attribute_not_exists(id)' }
    await client.send(new PutCommand({ TableName: table, Item: contact, ...rule }))
  }
  return {
    append: (contact) =>
      conditionally(
        () => write(contact),
        () => undefined,
      ),
    find: async (id, now) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }),
      )
      if (Item === undefined) return undefined
      const contact = ContactData.parse(Item)
      return contact.expiresAtSeconds * 1000 > Date.parse(now) ? contact : undefined
    },
    erase: async (id) => {
      await client.send(new DeleteCommand({ TableName: table, Key: { id } }))
    },
  }
}
