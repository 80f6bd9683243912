import { checkCorrections, correctLinks } from '#core/lineage/correct-links.ts'
import type { DraftId } from '#core/ids.ts'
import type { Lineage, LineageCorrection } from '#core/lineage/lineage.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readLineage } from './read-lineage.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Corrects a lineage: each correction says which articles belong together, and keeps what it replaced. `readRev` 0: it
 * was read as computed. Refuses `not-permitted`, `not-found`, `different-bills`, `invalid-fields` (facts: `fields`, by
 * `links.<place>`), `changed-meanwhile`.
 */
export async function correctLineage(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'audit'>,
  member: Member,
  drafts: { fromDraftId: DraftId; toDraftId: DraftId },
  corrections: readonly LineageCorrection[],
  readRev: number,
  now: Instant,
): Promise<Lineage> {
  requirePermission(member, 'lineage.correct')
  const { from, to, lineage } = await readLineage(deps, member, drafts.fromDraftId, drafts.toDraftId)
  if (lineage.rev !== readRev) throw new PortalError('changed-meanwhile', { rev: lineage.rev })
  const texts = [from.text.provisions, to.text.provisions] as const
  const problems = checkCorrections(...texts, corrections)
  if (corrections.length === 0) problems.push({ field: 'links', code: 'required' })
  if (problems.length > 0) throw new PortalError('invalid-fields', { fields: problems })
  const links = correctLinks(...texts, lineage.links, corrections, { memberId: member.id, at: now })
  const stored = await deps.lineages.put({ ...lineage, links }, readRev)
  const facts = { fromDraftId: drafts.fromDraftId, corrections: corrections.length, rev: stored.rev }
  await writeAudit(deps, member, { action: 'lineage.correct', subject: drafts.toDraftId, facts }, now)
  return stored
}
