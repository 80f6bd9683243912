import type { PublishInput, Readiness } from '#contract/office-api.ts'
import type { Bulletin } from '#core/bulletin.ts'
import { type Consultation, consultationState } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import { maskPersonalData } from '#core/masking.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { buildBulletinRows } from './build-bulletin-rows.ts'
import { type ReadinessDeps, readBulletinMaterial, readinessOf } from './bulletin-readiness.ts'
import { writeAudit } from './write-audit.ts'

type PublishDeps = ReadinessDeps & Pick<Deps, 'bulletins' | 'contactPoints' | 'audit'>

/**
 * Publishes the bulletin 采纳情况通报, or a later edition of it, and releases the later drafts its answers point into.
 * Refused with the list of what is missing (`publication-incomplete`, the Readiness as facts; `causes-missing` when
 * nothing else is, with the articles of each draft it would release), `not-permitted`,
 * `nothing-to-publish` when nothing differs from the newest edition, `already-exists` or `changed-meanwhile` when a
 * colleague published at the same moment.
 */
export async function publishBulletin(
  deps: PublishDeps,
  member: Member,
  id: ConsultationId,
  input: PublishInput,
  now: Instant,
): Promise<Bulletin> {
  requirePermission(member, 'consultation.publish')
  const [material, contactPoints, latest] = await Promise.all([
    readBulletinMaterial(deps, member, id),
    deps.contactPoints.list(),
    deps.bulletins.latest(id),
  ])
  const readiness = readinessOf(material, now, deps.settings.utcOffsetMinutes)
  requireReady(readiness)
  const { rows, rowOf } = buildBulletinRows(material, contactPoints)
  const { reconciliation } = readiness
  const bulletin: Bulletin = {
    consultationId: id,
    edition: (latest?.edition ?? 0) + 1,
    publishedAt: now,
    head: maskPersonalData(input.head || readiness.suggestedHead).text,
    tallies: material.head.tallies,
    reconciliation: { ...reconciliation, undecided: 0 },
    rows,
  }
  // Only a publication cut short leaves an edition of a consultation that is not answered yet: it is finished.
  const isStored = latest !== undefined && sayTheSame(latest, bulletin)
  if (isStored && consultationState(material.consultation, now) === 'answered')
    throw new PortalError('nothing-to-publish', { edition: latest.edition })
  for (const draft of material.releasing) await deps.drafts.put({ ...draft, publishedAt: now }, draft.rev)
  if (!isStored) await deps.bulletins.append(bulletin, rowOf)
  await answer(deps, material.consultation, now)
  const facts = { edition: bulletin.edition, received: reconciliation.received, ...reconciliation.byOutcome }
  await writeAudit(deps, member, { action: 'bulletin.publish', subject: id, facts }, now)
  return isStored ? latest : bulletin
}

function requireReady(readiness: Readiness): void {
  if (readiness.ready) return
  const { blockers, gapCount, owed } = readiness
  const owesOnlyCauses = gapCount === 0 && blockers.every((blocker) => blocker === 'causes-missing')
  if (owesOnlyCauses) throw new PortalError('causes-missing', { owed })
  throw new PortalError('publication-incomplete', { readiness })
}

async function answer(deps: PublishDeps, consultation: Consultation, now: Instant): Promise<void> {
  const isFirst = consultation.status === 'announced'
  const answeredAt = isFirst ? now : (consultation.answeredAt ?? now)
  const next = { ...consultation, status: 'answered' as const, answeredAt }
  await deps.consultations.transition(isFirst ? 'answer' : 'reanswer', next, now)
}

function sayTheSame(a: Bulletin, b: Bulletin): boolean {
  const said = ({ head, tallies, rows }: Bulletin) => JSON.stringify({ head, tallies, rows })
  return said(a) === said(b)
}
