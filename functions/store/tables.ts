/** One item of a table as plain JavaScript; a schema reads it before anything believes it. Bytes are `Uint8Array`. */
export type Item = Record<string, unknown>

/** A condition under which an item is written; `ALL_OLD` hands over what stood there when it fails. */
export interface WriteRule {
  ConditionExpression?: string | undefined
  ExpressionAttributeNames?: Record<string, string> | undefined
  ExpressionAttributeValues?: Item | undefined
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | undefined
}

/** A whole item to be written, under a rule if one is given. */
export type ItemWrite = { TableName: string; Item: Item } & WriteRule

/** Where an item is. */
export interface ItemPlace {
  TableName: string
  Key: Item
}

/** Which item to read, and whether the newest is wanted. */
export type ItemRead = ItemPlace & { ConsistentRead?: boolean }

/** Items of one partition. */
export interface ItemQuery {
  TableName: string
  KeyConditionExpression: string
  ExpressionAttributeValues: Item
  ProjectionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ConsistentRead?: boolean
  ScanIndexForward?: boolean
  Limit?: number
  ExclusiveStartKey?: Item | undefined
}

/** A walk through a whole table. */
export type ItemScan = Pick<
  ItemQuery,
  'TableName' | 'ConsistentRead' | 'ExclusiveStartKey' | 'ProjectionExpression'
> & {
  FilterExpression?: string
  ExpressionAttributeValues?: Item
  /** One of `TotalSegments` equal parts of the table, 0…, so that several are read at once. */
  Segment?: number
  TotalSegments?: number
}

/** One page; `next` is where the following one starts. */
export interface ItemPage {
  items: Item[]
  next: Item | undefined
}

/**
 * DynamoDB as the stores speak to it, in DynamoDB's own words. Two speakers: AWS's document client
 * (`document-client.ts`) and, where a cold start counts, the protocol itself (`direct-tables.ts`). Both throw
 * errors with DynamoDB's names, and on a failed condition the `Item` that stood there, in attribute values.
 */
export interface Tables {
  get(input: ItemRead): Promise<Item | undefined>
  put(input: ItemWrite): Promise<void>
  remove(input: ItemPlace): Promise<void>
  query(input: ItemQuery): Promise<ItemPage>
  scan(input: ItemScan): Promise<ItemPage>
  /** All of these or none. */
  transact(writes: readonly ({ Put: ItemWrite } | { Delete: ItemPlace })[]): Promise<void>
}
