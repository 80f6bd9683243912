import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { MemberId } from '#core/ids.ts'
import { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Members } from '#core/ports.ts'
import { changedMeanwhile } from './conditional.ts'
import { plainItem } from './attribute-values.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const SubjectClaim = z.strictObject({ memberId: MemberId })

/** The three writes of one change: the person, the claim on their subject, the claim they gave up. */
function writesOf(desk: Desk, next: Member, readRev: number, formerSubject: string | undefined) {
  const TableName = desk.table
  const own = { ':memberId': next.id }
  const held = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }
  const person = {
    TableName,
    Item: { ...next, ...deskKeys.member(next.id) },
    ...held,
    ...(readRev === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'rev = :readRev', ExpressionAttributeValues: { ':readRev': readRev } }),
  }
  const claim = {
    TableName,
    Item: { ...deskKeys.subject(next.subject), memberId: next.id },
    ConditionExpression: 'attribute_not_exists(pk) OR memberId = :memberId',
    ExpressionAttributeValues: own,
  }
  const givenUp =
    formerSubject === undefined || formerSubject === next.subject
      ? []
      : [{ Delete: { TableName, Key: { ...deskKeys.subject(formerSubject) } } }]
  return [{ Put: person }, { Put: claim }, ...givenUp]
}

/** Members on the table `desk`; one transaction keeps an identity provider's subject from being two people. */
export function makeMembers(desk: Desk): Members {
  const find = (id: MemberId) => desk.find(Member, deskKeys.member(id))
  return {
    list: () => desk.list(Member, deskKeys.members),
    find,
    findBySubject: async (subject) => {
      const claim = await desk.find(SubjectClaim, deskKeys.subject(subject))
      return claim === undefined ? undefined : find(claim.memberId)
    },
    put: async (member, readRev) => {
      const former = readRev === 0 ? undefined : await find(member.id)
      const next = { ...member, rev: readRev + 1 }
      await desk.tables.transact(writesOf(desk, next, readRev, former?.subject)).catch((error: unknown) => {
        throw refusalOf(error)
      })
      return next
    },
  }
}

type Cancelled = Error & {
  CancellationReasons?: { Code?: string; Item?: Record<string, AttributeValue> }[]
}

/** The first write's failure is a stale rev, the second's a subject that belongs to somebody else. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return error
  const [person, claim] = (error as Cancelled).CancellationReasons ?? []
  if (person?.Code === 'ConditionalCheckFailed')
    return changedMeanwhile(person.Item === undefined ? undefined : plainItem(person.Item))
  if (claim?.Code === 'ConditionalCheckFailed') return new PortalError('already-exists', { kind: 'subject' })
  return new PortalError('busy', { store: 'dynamodb', cause: 'transaction' })
}
