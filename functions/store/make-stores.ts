import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import { documentClient } from './document-client.ts'
import type { ExportFiles } from '#core/deciding/export-ports.ts'
import { makeExportFiles } from './export-files.ts'
import { makeObjects } from './objects.ts'
import type { StoreGround } from './public-stores-on.ts'
import { storesOn, type Stores } from './stores-on.ts'

/** Where a deployment keeps things, spoken to through AWS's clients. */
export interface StorePlaces extends Omit<StoreGround, 'tables' | 'objects'> {
  dynamo: DynamoDBClient
  s3: S3Client
  bucket: string
}

/** Makes every store of a deployment, and the place where long tables wait. */
export function makeStores({
  dynamo,
  s3,
  bucket,
  ...ground
}: StorePlaces): Stores & { exportFiles: ExportFiles } {
  const stores = storesOn({ ...ground, tables: documentClient(dynamo), objects: makeObjects(s3, bucket) })
  return { ...stores, exportFiles: makeExportFiles(s3, bucket) }
}
