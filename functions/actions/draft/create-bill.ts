import type { NewBill } from '#contract/office-api.ts'
import type { Bill } from '#core/bill.ts'
import { deskId } from '#core/desk-id.ts'
import type { BillId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/** Opens a bill 法规案 under the id given or a new one. Refuses `not-permitted`, `changed-meanwhile` when the id is taken. */
export async function createBill(
  deps: Pick<Deps, 'bills' | 'randomness' | 'audit'>,
  member: Member,
  input: NewBill,
  now: Instant,
): Promise<Bill> {
  requirePermission(member, 'bill.write')
  const id = input.id ?? (deskId('bill', deps.randomness) as BillId)
  const bill = await deps.bills.put(
    { id, title: input.title, summary: input.summary, createdAt: now, rev: 0 },
    0,
  )
  await writeAudit(deps, member, { action: 'bill.create', subject: id, facts: {} }, now)
  return bill
}
