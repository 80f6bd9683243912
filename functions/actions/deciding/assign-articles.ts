import type { AssignmentInput, AssignmentList } from '#contract/opinion-work-api.ts'
import { Assignment } from '#core/deciding/assignment.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { may, requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { articlesOf } from '#core/draft/provision.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

type AssignDeps = Pick<Deps, 'assignments' | 'members' | 'consultations'>

/** Who answers which article 承办人, and the colleagues who can. Refuses `not-permitted`, `not-found`. */
export async function listAssignments(
  deps: AssignDeps,
  member: Member,
  id: ConsultationId,
): Promise<AssignmentList> {
  requirePermission(member, 'opinion.readAll')
  await deps.consultations.get(id)
  const [assignments, members] = await Promise.all([deps.assignments.listOf(id), deps.members.list()])
  return {
    assignments: assignments.map(({ article, memberId, rev }) => ({
      article,
      ...(memberId && { memberId }),
      memberName: members.find((colleague) => colleague.id === memberId)?.name ?? '',
      rev,
    })),
    colleagues: members
      .filter((colleague) => may(colleague, 'decision.write'))
      .map((colleague) => ({ id: colleague.id, name: colleague.name })),
  }
}

/**
 * Gives an article of the draft asked about, or the draft as a `whole`, to a colleague, or to nobody. Refuses
 * `not-permitted`, `not-found` (the article, a colleague who may not decide), `changed-meanwhile`.
 */
export async function assignArticle(
  deps: AssignDeps & Pick<Deps, 'drafts' | 'audit'>,
  member: Member,
  id: ConsultationId,
  article: string,
  { memberId }: AssignmentInput,
  readRev: number,
  now: Instant,
): Promise<Assignment> {
  requirePermission(member, 'decision.write')
  const { draftId } = await deps.consultations.get(id)
  const { provisions } = await deps.drafts.text(draftId)
  if (article !== 'whole' && !articlesOf(provisions).some((known) => known.id === article))
    throw new PortalError('not-found', { kind: 'article', id: article })
  const colleague = memberId === undefined ? undefined : await deps.members.find(memberId)
  if (memberId !== undefined && (colleague === undefined || !may(colleague, 'decision.write')))
    throw new PortalError('not-found', { kind: 'member', id: memberId })
  const assignment = Assignment.parse({
    consultationId: id,
    article,
    memberId,
    assignedBy: member.id,
    assignedAt: now,
    rev: readRev,
  })
  const stored = await deps.assignments.put(assignment, readRev)
  const facts = { consultationId: id, to: memberId ?? 'none', rev: stored.rev }
  await writeAudit(deps, member, { action: 'article.assign', subject: article, facts }, now)
  return stored
}
