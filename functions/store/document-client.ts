import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Tables } from './tables.ts'

/** The tables through AWS's document client; absent optional fields are left out instead of refused. */
export function documentClient(dynamo: DynamoDBClient): Tables {
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } })
  return {
    get: async (input) => (await client.send(new GetCommand(input))).Item,
    put: async (input) => void (await client.send(new PutCommand(input))),
    remove: async (input) => void (await client.send(new DeleteCommand(input))),
    query: async (input) => {
      const { Items, LastEvaluatedKey } = await client.send(new QueryCommand(input))
      return { items: Items ?? [], next: LastEvaluatedKey }
    },
    scan: async (input) => {
      const { Items, LastEvaluatedKey } = await client.send(new ScanCommand(input))
      return { items: Items ?? [], next: LastEvaluatedKey }
    },
    transact: async (writes) => {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes] }))
    },
  }
}
