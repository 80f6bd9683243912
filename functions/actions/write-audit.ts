import type { Member } from '#core/member.ts'
import type { AuditEvent, Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'

/** Records what a member did. Facts are ids, counts and outcomes, never text or personal data. */
export function writeAudit(
  deps: Pick<Deps, 'audit'>,
  member: Member,
  event: Pick<AuditEvent, 'action' | 'subject' | 'facts'>,
  now: Instant,
): Promise<void> {
  return deps.audit.append({ at: now, memberId: member.id, ...event })
}
