import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, it } from 'vitest'
import { Bill } from '#core/bill.ts'
import { Member } from '#core/member.ts'
import { makeBills } from '../../functions/store/bills.ts'
import { makeDesk } from '../../functions/store/desk.ts'
import { documentClient } from '../../functions/store/document-client.ts'
import { makeInbox } from '../../functions/store/inbox.ts'
import { makeMembers } from '../../functions/store/members.ts'
import { buildOpinion } from '../support/build-opinion.ts'

/** What the local engine cannot do: throttle, time out, meet another transaction. */
function engineThatFails(error: Error) {
  const dynamo = mockClient(DynamoDBDocumentClient)
  dynamo.on(PutCommand).rejects(error)
  dynamo.on(TransactWriteCommand).rejects(error)
  const client = documentClient(new DynamoDBClient({ region: 'cn-north-1' }))
  const desk = makeDesk(client, 'desk')
  return { inbox: makeInbox(client, 'opinions'), bills: makeBills(desk), members: makeMembers(desk) }
}

const bill = Bill.parse({
  id: 'b',
  title: '条例',
  summary: '',
  createdAt: '2026-11-20T08:00:00.000Z',
  rev: 0,
})
const member = Member.parse({ id: 'm', subject: 's', name: '王丽', role: 'admin', active: true, rev: 0 })
const told = { message: 'told', $metadata: {} }

describe('a write that fails', () => {
  it.each([
    new ProvisionedThroughputExceededException(told),
    Object.assign(new Error('slow'), { name: 'TimeoutError' }),
    Object.assign(new Error('later'), { name: 'ThrottlingException' }),
  ])('because the table is pressed is busy, and an opinion is never called stored: %s', async (error) => {
    const { inbox, bills } = engineThatFails(error)
    await expect(inbox.append(buildOpinion('a'))).rejects.toMatchObject({ code: 'busy' })
    await expect(bills.put(bill, 0)).rejects.toMatchObject({ code: 'busy', facts: { cause: error.name } })
  })

  it('for a reason nobody foresaw stays what it is', async () => {
    const error = Object.assign(new Error('no'), { name: 'AccessDeniedException' })
    await expect(engineThatFails(error).bills.put(bill, 0)).rejects.toBe(error)
  })

  it('because its condition failed names the rev that stands', async () => {
    const error = new ConditionalCheckFailedException({ ...told, Item: { rev: { N: '7' } } })
    const { bills } = engineThatFails(error)
    await expect(bills.put(bill, 1)).rejects.toMatchObject({ code: 'changed-meanwhile', facts: { rev: 7 } })
  })

  it('because another transaction was there first is busy', async () => {
    const reasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }]
    const error = new TransactionCanceledException({ ...told, CancellationReasons: reasons })
    await expect(engineThatFails(error).members.put(member, 0)).rejects.toMatchObject({ code: 'busy' })
  })
})
