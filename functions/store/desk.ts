import type * as z from 'zod'
import { PortalError } from '#core/portal-error.ts'
import { changedMeanwhile, conditionally } from './conditional.ts'
import type { DeskKey } from './desk-keys.ts'
import type { Item, Tables } from './tables.ts'

/** A schema that reads what we stored; a shape it does not know is our bug, so it throws. */
export type StoredShape<T> = z.ZodType<T>

/** An extra condition of a write beyond `rev`. */
export interface Condition {
  expression: string
  names?: Record<string, string>
  values?: Record<string, unknown>
}

/** Reads and conditional writes of the table `desk`; everything in it is read back through a schema. */
export type Desk = ReturnType<typeof makeDesk>

function read<T>(schema: StoredShape<T>, item: Item): T {
  const { pk: _pk, sk: _sk, expiresAtSeconds: _ttl, ...fields } = item
  return schema.parse(fields)
}

/** Reads of a partition, one page after the other until it is done. */
async function* query(
  tables: Tables,
  table: string,
  pk: string,
  range: { keys: string; values: Item },
  fields?: readonly string[],
) {
  let from: Item | undefined
  do {
    const page = await tables.query({
      TableName: table,
      KeyConditionExpression: range.keys,
      ExpressionAttributeValues: { ':pk': pk, ...range.values },
      ...(fields && projectionOf(fields)),
      ConsistentRead: true,
      ExclusiveStartKey: from,
    })
    yield page.items
    from = page.next
  } while (from !== undefined)
}

/** Items whose sort key starts so; all of them for `''`. */
function prefixed(prefix: string): { keys: string; values: Item } {
  if (prefix === '') return { keys: 'pk = :pk', values: {} }
  return { keys: 'pk = :pk AND begins_with(sk, :prefix)', values: { ':prefix': prefix } }
}

function fromKey(from: string | undefined): { keys: string; values: Item } {
  if (from === undefined) return { keys: 'pk = :pk', values: {} }
  return { keys: 'pk = :pk AND sk >= :from', values: { ':from': from } }
}

/** Attribute names may be words DynamoDB keeps for itself, so each goes by a number. */
function projectionOf(fields: readonly string[]) {
  return {
    ProjectionExpression: fields.map((_, at) => `#${at}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(fields.map((field, at) => [`#${at}`, field])),
  }
}

/** Makes the access to one `desk` table. */
export function makeDesk(tables: Tables, table: string) {
  const find = async <T>(schema: StoredShape<T>, key: DeskKey): Promise<T | undefined> => {
    const item = await tables.get({ TableName: table, Key: { ...key }, ConsistentRead: true })
    return item === undefined ? undefined : read(schema, item)
  }
  return {
    tables,
    table,
    find,
    /** Throws `not-found` with what was looked for. */
    get: async <T>(schema: StoredShape<T>, key: DeskKey): Promise<T> => {
      const found = await find(schema, key)
      if (found === undefined) throw new PortalError('not-found', { kind: key.pk, id: key.sk })
      return found
    },
    /** Everything of a partition (whose sort key starts with `prefix`), in key order. */
    list: async <T>(schema: StoredShape<T>, pk: string, prefix = ''): Promise<T[]> => {
      const found: T[] = []
      for await (const items of query(tables, table, pk, prefixed(prefix)))
        for (const item of items) found.push(read(schema, item))
      return found
    },
    /** Items of a partition from a sort key on or before one, page by page; only `fields` of them when some are named. */
    pages: async function* <T>(
      schema: StoredShape<T>,
      pk: string,
      { from, before, fields }: { from?: string; before?: string; fields?: readonly string[] } = {},
    ): AsyncGenerator<T[]> {
      const range =
        before === undefined
          ? fromKey(from)
          : { keys: 'pk = :pk AND sk < :before', values: { ':before': before } }
      for await (const items of query(tables, table, pk, range, fields))
        yield items.map((item) => read(schema, item))
    },
    /**
     * Writes an item whose `rev` must still be `readRev` (0: it must not exist); stores and returns it with
     * `readRev + 1`. Throws `changed-meanwhile` with the rev that stands.
     */
    put: async <T extends { rev: number }>(key: DeskKey, value: T, readRev: number): Promise<T> => {
      const next = { ...value, rev: readRev + 1 }
      const rule: Condition =
        readRev === 0
          ? { expression: 'attribute_not_exists(pk)' }
          : { expression: 'rev = :readRev', values: { ':readRev': readRev } }
      const refuse = (held: Item | undefined): never => {
        throw changedMeanwhile(held)
      }
      return conditionally(() => putItem(tables, table, { ...next, ...key }, rule).then(() => next), refuse)
    },
    /** Writes an item under a rule; `refuse` names what its failure means. */
    putUnder: async (item: Item & DeskKey, rule: Condition, refuse: (held: Item | undefined) => void) => {
      await conditionally(() => putItem(tables, table, item, rule), refuse)
    },
    /** Writes an item that must not exist yet; throws `already-exists`. */
    append: async (key: DeskKey, value: object): Promise<void> => {
      const refuse = (): never => {
        throw new PortalError('already-exists', { kind: key.pk, id: key.sk })
      }
      const rule = { expression: 'attribute_not_exists(pk)' }
      await conditionally(() => putItem(tables, table, { ...value, ...key }, rule), refuse)
    },
    /** Writes an item whatever stands there. */
    set: async (key: DeskKey, value: object): Promise<void> => {
      await tables.put({ TableName: table, Item: { ...value, ...key } })
    },
    remove: async (key: DeskKey): Promise<void> => {
      await tables.remove({ TableName: table, Key: { ...key } })
    },
  }
}

async function putItem(tables: Tables, table: string, item: Item, rule: Condition) {
  await tables.put({
    TableName: table,
    Item: item,
    ConditionExpression: rule.expression,
    ExpressionAttributeNames: rule.names,
    ExpressionAttributeValues: rule.values,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
}
