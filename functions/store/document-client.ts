import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** One item of a table as plain JavaScript; a schema reads it before anything believes it. */
export type Item = Record<string, unknown>

/** The client all stores speak through: absent optional fields are left out instead of refused. */
export function documentClient(dynamo: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } })
}
