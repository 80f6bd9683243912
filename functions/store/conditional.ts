import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { PortalError } from '#core/portal-error.ts'
import { plainItem } from './attribute-values.ts'
import type { Item } from './tables.ts'

/** Names of what a table answers when it cannot now and could in a moment. */
const passing = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
])

/** Whether an error is DynamoDB's or the network's, and trying again later may succeed. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && passing.has(error.name)
}

/**
 * Sends one conditional write, the only place where a failed condition gets its name: `refuse` is told what
 * stood there instead (`undefined`: nothing) and answers with the value to return or throws the named
 * refusal. Throttling and timeouts that outlast the SDK's own retries are `busy`, so that a caller can be
 * told to come back. Every write passed here must ask for `ReturnValuesOnConditionCheckFailure: 'ALL_OLD'`.
 */
export async function conditionally<Written, Refused>(
  write: () => Promise<Written>,
  refuse: (held: Item | undefined) => Refused,
): Promise<Written | Refused> {
  try {
    return await write()
  } catch (error) {
    if (isRefused(error)) return refuse(heldItem(error.Item))
    if (isPassing(error)) throw new PortalError('busy', { store: 'dynamodb', cause: (error as Error).name })
    throw error
  }
}

/** By name, because two clients speak to the tables; the name is DynamoDB's own. */
function isRefused(error: unknown): error is Error & { Item?: Record<string, AttributeValue> } {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException'
}

function heldItem(item: Record<string, AttributeValue> | undefined): Item | undefined {
  return item === undefined ? undefined : plainItem(item)
}

/** The refusal of a write made from a stale `rev`: tells which one stands now (0: none). */
export function changedMeanwhile(held: Item | undefined): PortalError {
  return new PortalError('changed-meanwhile', { rev: typeof held?.['rev'] === 'number' ? held['rev'] : 0 })
}
