import type { ReceiptStatus } from '#contract/public-api.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readReceipt } from './read-receipt.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Looks a receipt up at the contact point's desk for a person without a phone: the answer is the public one. The trail
 * says that it was done and about which consultation, never which receipt. Refuses what `readReceipt` refuses.
 */
export async function lookUpReceipt(
  deps: Parameters<typeof readReceipt>[0] & Pick<Deps, 'audit'>,
  member: Member,
  codeText: string,
  now: Instant,
): Promise<ReceiptStatus> {
  requirePermission(member, 'receipt.lookup')
  const status = await readReceipt(deps, codeText, now)
  await writeAudit(
    deps,
    member,
    { action: 'receipt.lookup', subject: status.consultation.id, facts: {} },
    now,
  )
  return status
}
