import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Instant } from '#core/time.ts'
import { localTableNames } from './engine-room.ts'

/** How far the demo has come. Everything in it counts its days from `startedAt`, also after a crash. */
const SeedMarker = z.object({ startedAt: Instant, finishedAt: Instant.optional() })
export type SeedMarker = z.infer<typeof SeedMarker>

const key = { pk: 'LOCAL', sk: 'SEED' }

/** Reads the marker from the desk; `undefined` on a data folder that has never been seeded. */
export async function readSeedMarker(dynamo: DynamoDBClient): Promise<SeedMarker | undefined> {
  const desk = DynamoDBDocumentClient.from(dynamo)
  const { Item } = await desk.send(
    new GetCommand({ TableName: localTableNames.desk, Key: key, ConsistentRead: true }),
  )
  return Item === undefined ? undefined : SeedMarker.parse(Item)
}

/** Writes the marker. */
export async function writeSeedMarker(dynamo: DynamoDBClient, marker: SeedMarker): Promise<void> {
  const desk = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } })
  await desk.send(new PutCommand({ TableName: localTableNames.desk, Item: { ...key, ...marker } }))
}
