import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { SequencerMemory } from '../actions/log/open-log.ts'
import { sequenceOpinions, type SequencerDeps } from '../actions/log/sequence-opinions.ts'
import { plainItem } from '../store/attribute-values.ts'
import { readRecords } from '../store/inbox-scan.ts'
import { errorFacts, type Telemetry } from '../telemetry/telemetry.ts'

/** The event's own AttributeValue type has the SDK's shape. */
type Image = Parameters<typeof plainItem>[0]

function read({ dynamodb }: DynamoDBRecord) {
  const { records } = readRecords([plainItem((dynamodb?.NewImage ?? {}) as Image)])
  return { itemIdentifier: dynamodb?.SequenceNumber ?? '', record: records[0] }
}

/**
 * Batches of the inbox's stream → the log. Reports the records it could not log, so that Lambda delivers from
 * the first of them again and the others are not held back: what was logged meanwhile is known by its id.
 */
export function followStream(deps: SequencerDeps & { telemetry: Telemetry }) {
  const memory: SequencerMemory = new Map()
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const items = event.Records.filter(({ eventName }) => eventName === 'INSERT').map(read)
    const records = items.flatMap(({ record }) => record ?? [])
    const { logged, failures } = await sequenceOpinions(deps, records, memory)
    const failed = new Map(failures.map(({ consultationId, error }) => [consultationId, error]))
    for (const error of failed.values())
      deps.telemetry.emit('unexpected-error', { app: 'sequencer', ...errorFacts(error) })
    if (logged > 0) deps.telemetry.emit('log-advanced', { logged, repeated: records.length - logged })
    const isLeft = ({ record }: (typeof items)[number]) =>
      record === undefined || failed.has(record.content.consultationId)
    return { batchItemFailures: items.filter(isLeft).map(({ itemIdentifier }) => ({ itemIdentifier })) }
  }
}
