import * as z from 'zod'
import { AnswerMail, AnswerMailId, AskedMail } from '#core/mail/answer-mail.ts'
import { ConsultationId } from '#core/ids.ts'
import type { AnswerMails } from '#core/mail/mail-ports.ts'
import type { Instant } from '#core/time.ts'
import { changedMeanwhile, conditionally } from './conditional.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import type { Item, Tables } from './tables.ts'

/** Keys of the table `people` that begin so are letters' business; the public function may read no others. */
const keys = {
  asked: (codeHash: string) => `mail-asked#${codeHash}`,
  mail: (id: AnswerMailId) => `mail#${id}`,
  leave: (codeHash: string) => `mail-leave#${codeHash}`,
  pace: (subject: string) => `mail-pace#${subject}`,
}

const Leave = z.strictObject({
  codeHash: z.string(),
  mailId: AnswerMailId,
  consultationId: ConsultationId,
  expiresAtSeconds: z.int(),
})
const Pace = z.strictObject({ count: z.int(), expiresAtSeconds: z.int() })
const Waiting = z.strictObject({ mailId: AnswerMailId })

const daySeconds = 86_400
const secondsOf = (now: Instant) => Math.floor(Date.parse(now) / 1000)

/** Addresses waiting for an answer: sealed, on the table `people`; their queue without addresses on `desk`. */
export function makeAnswerMails(tables: Tables, table: string, desk: Desk): AnswerMails {
  async function find<T extends { expiresAtSeconds: number }>(
    schema: z.ZodType<T>,
    key: string,
    now: Instant,
  ): Promise<T | undefined> {
    const item = await tables.get({ TableName: table, Key: { id: key }, ConsistentRead: true })
    if (item === undefined) return undefined
    const { id: _key, ...fields } = item
    const held = schema.parse(fields)
    return held.expiresAtSeconds > secondsOf(now) ? held : undefined
  }
  const set = (key: string, value: object) => tables.put({ TableName: table, Item: { ...value, id: key } })
  const remove = (key: string) => tables.remove({ TableName: table, Key: { id: key } })
  return {
    putAsked: (asked) => set(keys.asked(asked.codeHash), asked),
    findAsked: (codeHash, now) => find(AskedMail, keys.asked(codeHash), now),
    eraseAsked: (codeHash) => remove(keys.asked(codeHash)),
    find: (id, now) => find(AnswerMail, keys.mail(id), now),
    put: async (mail, readRev, now) => {
      const next = { ...mail, rev: readRev + 1 }
      await putRev(tables, table, { ...next, id: keys.mail(mail.mailId) }, { readRev, now })
      return next
    },
    erase: async ({ mailId, consultationId }) => {
      await remove(keys.mail(mailId))
      await desk.remove(deskKeys.waitingMail(consultationId, mailId))
    },
    wait: ({ mailId, consultationId, expiresAtSeconds }) =>
      desk.set(deskKeys.waitingMail(consultationId, mailId), { mailId, expiresAtSeconds }),
    waiting: async function* (consultationId) {
      for await (const page of desk.pages(Waiting, deskKeys.waitingMails(consultationId)))
        yield page.map(({ mailId }) => mailId)
    },
    putLeave: (leave) => set(keys.leave(leave.codeHash), leave),
    findLeave: (codeHash, now) => find(Leave, keys.leave(codeHash), now),
    countOne: async (subject, most, now) => {
      const held = await find(Pace, keys.pace(subject), now)
      const since = secondsOf(now)
      if (held !== undefined && held.count >= most) return held.expiresAtSeconds - since
      const counted = held
        ? { ...held, count: held.count + 1 }
        : { count: 1, expiresAtSeconds: since + daySeconds }
      // Two at the same instant may count as one: the pace is a bound on nuisance, not an account.
      await set(keys.pace(subject), counted)
      return undefined
    },
  }
}

/** Like `desk.put`; what has expired and was not swept yet is as good as absent. */
async function putRev(
  tables: Tables,
  table: string,
  item: Item,
  { readRev, now }: { readRev: number; now: Instant },
): Promise<void> {
  const rule =
    readRev === 0
      ? {
          ConditionExpression: 'attribute_not_exists(id) OR expiresAtSeconds <= :now',
          ExpressionAttributeValues: { ':now': secondsOf(now) },
        }
      : { ConditionExpression: 'rev = :readRev', ExpressionAttributeValues: { ':readRev': readRev } }
  await conditionally(
    () =>
      tables.put({ TableName: table, Item: item, ...rule, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    (held) => {
      throw changedMeanwhile(held)
    },
  )
}
