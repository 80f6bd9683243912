import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type ShardIteratorType,
} from '@aws-sdk/client-dynamodb-streams'
import { plainItem } from '../../functions/store/attribute-values.ts'
import type { Item } from '../../functions/store/tables.ts'

/** New items of one read of a shard; `next` is where to go on, absent when the shard is over. */
export interface StreamPage {
  items: Item[]
  next: string | undefined
}

/** The change stream of one table, shard by shard. */
export interface OpinionStream {
  shards(): Promise<string[]>
  iteratorAt(shard: string, start: Extract<ShardIteratorType, 'LATEST' | 'TRIM_HORIZON'>): Promise<string>
  read(iterator: string): Promise<StreamPage>
  close(): void
}

/** Opens the stream of a table on the same engine its client speaks to. */
export async function openOpinionStream(dynamo: DynamoDBClient, table: string): Promise<OpinionStream> {
  const { endpoint, region, credentials } = dynamo.config
  const streams = new DynamoDBStreamsClient({ region, credentials, ...(endpoint ? { endpoint } : {}) })
  const described = await dynamo.send(new DescribeTableCommand({ TableName: table }))
  const StreamArn = described.Table?.LatestStreamArn
  if (StreamArn === undefined) throw new Error(`the table ${table} has no stream`)
  return {
    shards: async () => {
      const ids: string[] = []
      let ExclusiveStartShardId: string | undefined
      do {
        const answer = await streams.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }))
        for (const { ShardId } of answer.StreamDescription?.Shards ?? []) if (ShardId) ids.push(ShardId)
        ExclusiveStartShardId = answer.StreamDescription?.LastEvaluatedShardId
      } while (ExclusiveStartShardId !== undefined)
      return ids
    },
    iteratorAt: async (ShardId, ShardIteratorType) => {
      const answer = await streams.send(
        new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType }),
      )
      if (answer.ShardIterator === undefined) throw new Error(`no way into shard ${ShardId}`)
      return answer.ShardIterator
    },
    read: async (iterator) => {
      const answer = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }))
      const images = (answer.Records ?? []).flatMap(({ eventName, dynamodb }) =>
        eventName === 'INSERT' && dynamodb?.NewImage !== undefined ? [dynamodb.NewImage] : [],
      )
      // the streams client has its own AttributeValue type of the same shape
      const items = images.map((image) => plainItem(image as Parameters<typeof plainItem>[0]))
      return { items, next: answer.NextShardIterator }
    },
    close: () => streams.destroy(),
  }
}
