import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { makeStores } from '../store/make-stores.ts'
import type { Places } from './make-lambda-deps.ts'

/** Stores through AWS's own clients: for the functions that write objects and start seldom. */
export function openWithClients(places: Places): ReturnType<typeof makeStores> {
  return makeStores({ ...places, dynamo: new DynamoDBClient(), s3: new S3Client() })
}
