import type { EnrolmentInvitation } from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { receiptCode, receiptCodeBytes } from '#core/collecting/receipt.ts'
import { instant, type Instant } from '#core/time.ts'
import { requireCollector } from './require-collector.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Makes a one-time code that enrols one device at the member's own contact point; written like a receipt code, so it
 * can be typed as well as scanned. Refuses `not-permitted`.
 */
export async function inviteDevice(
  deps: Pick<Deps, 'enrolmentCodes' | 'randomness' | 'audit'>,
  member: Member,
  now: Instant,
): Promise<EnrolmentInvitation> {
  requirePermission(member, 'device.invite')
  const contactPointId = requireCollector(member)
  const code = receiptCode(deps.randomness.bytes(receiptCodeBytes))
  const expiresAt = instant(Date.parse(now) + limits.enrolmentCodeMinutes * 60_000)
  await deps.enrolmentCodes.append(code, { contactPointId, expiresAt })
  await writeAudit(deps, member, { action: 'device.invite', subject: contactPointId, facts: {} }, now)
  return { code, expiresAt }
}
