import type { BulletinDraft, BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'

/**
 * Keeps what somebody wrote of the bulletin for everybody at the desk. Refuses `not-permitted`, `not-found`, and
 * `changed-meanwhile` when a colleague saved since it was read.
 */
export async function writeBulletin(
  deps: Pick<Deps, 'bulletinDrafts' | 'bulletins' | 'consultations'>,
  member: Member,
  id: ConsultationId,
  { writing, readRev }: { writing: BulletinWriting; readRev: number },
  now: Instant,
): Promise<BulletinDraft> {
  requirePermission(member, 'consultation.publish')
  const [, latest] = await Promise.all([deps.consultations.get(id), deps.bulletins.latest(id)])
  const draft: BulletinDraft = {
    ...writing,
    consultationId: id,
    edition: (latest?.edition ?? 0) + 1,
    editedBy: member.id,
    editedAt: now,
    rev: readRev,
  }
  return deps.bulletinDrafts.put(draft, readRev)
}
