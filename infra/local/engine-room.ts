import path from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { TableName } from '#contract/tables.ts'
import { localDynamoClient, startDynamoLocal } from './dynamodb-local.ts'
import { makeTables } from './make-tables.ts'
import { localS3Client, startS3Local } from './s3-local.ts'

/** Names inside the local engines; nobody else uses them. */
export const localTableNames: Record<TableName, string> = {
  opinions: 'kaimen-opinions',
  people: 'kaimen-people',
  desk: 'kaimen-desk',
}
export const localBucket = 'kaimen-objects'

/** The engines of a data folder, running, with tables and bucket in place. */
export interface EngineRoom {
  dynamo: DynamoDBClient
  s3: S3Client
  stop(): Promise<void>
}

/** Starts both engines side by side on the data folder's files. */
export async function openEngineRoom(dataFolder: string): Promise<EngineRoom> {
  const [dynamoLocal, s3Local] = await Promise.all([
    startDynamoLocal({ dataDir: path.join(dataFolder, 'dynamodb') }),
    startS3Local({ dataDir: path.join(dataFolder, 's3') }),
  ])
  const dynamo = localDynamoClient(dynamoLocal.endpoint)
  const s3 = localS3Client(s3Local.endpoint)
  await makeTables(dynamo, localTableNames)
  s3Local.makeBucket(localBucket)
  return {
    dynamo,
    s3,
    async stop() {
      dynamo.destroy()
      s3.destroy()
      await Promise.all([dynamoLocal.stop(), s3Local.stop()])
    },
  }
}
