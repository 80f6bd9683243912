import { ContactData } from '#core/opinion.ts'
import type { People } from '#core/ports.ts'
import { conditionally } from './conditional.ts'
import type { Tables } from './tables.ts'

/** Contact data on the table `people`. DynamoDB may keep expired items for days: readers treat them as absent. */
export function makePeople(tables: Tables, table: string): People {
  const write = async (contact: ContactData) => {
    const rule = { ConditionExpression: 'attribute_not_exists(id)' }
    await tables.put({ TableName: table, Item: contact, ...rule })
  }
  return {
    append: (contact) =>
      conditionally(
        () => write(contact),
        () => undefined,
      ),
    find: async (id, now) => {
      const item = await tables.get({ TableName: table, Key: { id }, ConsistentRead: true })
      if (item === undefined) return undefined
      const contact = ContactData.parse(item)
      return contact.expiresAtSeconds * 1000 > Date.parse(now) ? contact : undefined
    },
    erase: async (id) => {
      await tables.remove({ TableName: table, Key: { id } })
    },
  }
}
