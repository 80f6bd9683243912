import { limits } from '#contract/limits.ts'
import { attachmentsEndAt } from '#core/collecting/attachment-retention.ts'
import type { Consultation } from '#core/consultation.ts'
import type { AttachmentId, ContactPointId, MemberId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'

export type EraseDeps = Pick<
  Deps,
  'consultations' | 'contactPoints' | 'collectingSessions' | 'attachments' | 'audit' | 'settings'
>

/** Whoever the trail names for what the portal does by itself. */
const portal = 'portal' as MemberId

/**
 * Deletes photos of sign-in sheets and recordings whose time is over, and writes down how many of which contact point:
 * no name, no place. Can be cut anywhere and begun again; what arrives late goes with the next run. Answers how many.
 */
export async function eraseAttachments(deps: EraseDeps, now: Instant): Promise<{ attachments: number }> {
  const { attachmentKeptDays } = deps.settings
  const points = await deps.contactPoints.list()
  let erased = 0
  for (const consultation of await deps.consultations.list()) {
    const endsAt = attachmentsEndAt(consultation, attachmentKeptDays)
    if (endsAt === undefined || endsAt > now) continue
    for (const { id } of points) erased += await eraseOf(deps, consultation, id, now)
  }
  return { attachments: erased }
}

async function eraseOf(
  deps: EraseDeps,
  { id: consultationId }: Consultation,
  contactPointId: ContactPointId,
  now: Instant,
): Promise<number> {
  const sessions = await deps.collectingSessions.listOf(contactPointId, consultationId)
  // A photo somebody took off a session later is named by what the session said before.
  const named = sessions.flatMap(({ session, earlier }) => [session, ...earlier.map((then) => then.session)])
  const ids = [...new Set<AttachmentId>(named.flatMap(({ attachments }) => attachments))]
  const erased = await eachInFlight(ids, limits.maxPutsInFlight, async (id) => {
    const held = await deps.attachments.find(id)
    if (held === undefined || held.erasedAt !== undefined || held.contactPointId !== contactPointId) return 0
    await deps.attachments.erase(held, now)
    return 1
  })
  const attachments = erased.reduce<number>((sum, one) => sum + one, 0)
  if (attachments > 0) {
    const facts = { contactPointId, attachments }
    await deps.audit.append({
      at: now,
      memberId: portal,
      action: 'attachment.erase',
      subject: consultationId,
      facts,
    })
  }
  return attachments
}
