import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { OpinionRecord } from '#core/opinion.ts'

/**
 * Everything the inbox holds, page by page, in no order; each page in the order its opinions were received.
 * For catching up after the stream was lost: reading all of a large inbox costs what it weighs.
 */
export async function* scanInbox(
  client: DynamoDBDocumentClient,
  table: string,
): AsyncGenerator<OpinionRecord[]> {
  let from: Record<string, unknown> | undefined
  do {
    const answer = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    )
    const records = (answer.Items ?? []).map((item) => OpinionRecord.parse(item))
    yield records.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    from = answer.LastEvaluatedKey
  } while (from !== undefined)
}
