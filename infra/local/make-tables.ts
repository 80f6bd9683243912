import {
  CreateTableCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  type AttributeDefinition,
  type DynamoDBClient,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb'
import { tables, type TableName } from '#contract/tables.ts'

type Definition = (typeof tables)[TableName]

function keysOf(definition: Definition): { attributes: AttributeDefinition[]; schema: KeySchemaElement[] } {
  const names: string[] = [definition.partitionKey]
  if ('sortKey' in definition) names.push(definition.sortKey)
  return {
    attributes: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    schema: names.map((AttributeName, place) => ({
      AttributeName,
      KeyType: place === 0 ? 'HASH' : 'RANGE',
    })),
  }
}

async function makeTable(dynamo: DynamoDBClient, name: string, definition: Definition): Promise<void> {
  const { attributes, schema } = keysOf(definition)
  await dynamo.send(
    new CreateTableCommand({
      TableName: name,
      AttributeDefinitions: attributes,
      KeySchema: schema,
      BillingMode: 'PAY_PER_REQUEST',
      ...(definition.stream === undefined
        ? {}
        : { StreamSpecification: { StreamEnabled: true, StreamViewType: definition.stream } }),
    }),
  )
  if (definition.ttlAttribute === undefined) return
  const TimeToLiveSpecification = { AttributeName: definition.ttlAttribute, Enabled: true }
  await dynamo.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }))
}

/** Makes the three tables from the one definition (`contract/tables.ts`); a table that is there already stays as it is. */
export async function makeTables(
  dynamo: DynamoDBClient,
  tableNames: Record<TableName, string>,
): Promise<void> {
  for (const [key, definition] of Object.entries(tables) as [TableName, Definition][]) {
    await makeTable(dynamo, tableNames[key], definition).catch((error: unknown) => {
      if (!(error instanceof ResourceInUseException)) throw error
    })
  }
}
