import * as z from 'zod'
import { canonicalJson } from '#core/log/commitment.ts'
import { MemberId } from '#core/ids.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Audit, AuditEvent } from '#core/ports.ts'
import { sha256 } from '#core/sha256.ts'
import { Instant } from '#core/time.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredEvent: z.ZodType<AuditEvent> = z.strictObject({
  at: Instant,
  memberId: MemberId,
  action: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/** The append-only trail on the table `desk`, in order of time. Two equal events of one millisecond are both kept. */
export function makeAudit(desk: Desk): Audit {
  return {
    append: async (event) => {
      const mark = sha256(canonicalJson(event)).toString('base64url').slice(0, 12)
      for (let copy = 0; ; copy += 1) {
        const key = deskKeys.auditEvent(`${event.at}#${mark}#${copy}`)
        const taken = await desk.append(key, event).then(
          () => false,
          (error: unknown) => {
            if (isRefusal(error, 'already-exists')) return true
            throw error
          },
        )
        if (!taken) return
      }
    },
    list: async (limit) => {
      const { items } = await desk.tables.query({
        TableName: desk.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': deskKeys.audit },
        ScanIndexForward: false,
        Limit: limit,
      })
      return items.map(({ pk: _pk, sk: _sk, ...event }) => StoredEvent.parse(event))
    },
  }
}
