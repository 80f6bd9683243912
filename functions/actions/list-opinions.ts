import type { OfficeOpinionPage } from '#contract/office-api.ts'
import type { OpinionFilterFields } from '#contract/opinion-filter.ts'
import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { may, requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { currentOpinions } from './current-opinions.ts'
import { followIntoNewest } from './follow-opinions.ts'
import { matchesOpinion } from './match-opinion.ts'
import { shapeOfficeOpinion } from './shape-office-opinion.ts'

/** `cursor`: where the last page ended. */
export interface OpinionFilter extends OpinionFilterFields {
  cursor?: string | undefined
  limit?: number | undefined
}

const defaultLimit = 50
const maxLimit = 200

/**
 * Current opinions of a consultation in log order, filtered. Legislators and auditors see all of them, a contact
 * point its own. Refuses `not-permitted` (also when another contact point's are asked for) and `not-found`.
 */
export async function listOpinions(
  deps: Pick<Deps, 'opinionLog' | 'consultations' | 'drafts' | 'lineages' | 'decisions' | 'contactPoints'>,
  member: Member,
  id: ConsultationId,
  filter: OpinionFilter,
): Promise<OfficeOpinionPage> {
  const contactPoint = visibleContactPoint(member, filter.contactPoint)
  const consultation = await deps.consultations.get(id)
  const [{ current, earlier }, decisions, askedText, contactPoints] = await Promise.all([
    currentOpinions(deps, id),
    deps.decisions.listOf(id),
    deps.drafts.text(consultation.draftId),
    deps.contactPoints.list(),
  ])
  const from = Number(filter.cursor ?? 0) || 0
  const limit = Math.min(Math.max(filter.limit ?? defaultLimit, 1), maxLimit)
  const pointed = [...decisions.values()].flatMap(({ resulting }) => resulting?.draftId ?? [])
  const asked = await deps.drafts.get(consultation.draftId)
  const follower = await followIntoNewest(deps, asked, new Set(pointed))
  const wanted = current.filter(
    (logged) =>
      logged.n >= from &&
      matchesOpinion(logged, { ...filter, contactPoint }, follower, decisions.get(logged.entry.id)),
  )
  const around = { askedText, contactPoints, decisions, earlier, follower }
  return {
    opinions: wanted.slice(0, limit).map((logged) => shapeOfficeOpinion(logged, around)),
    cursor: wanted.length > limit ? String(wanted[limit]?.n) : null,
  }
}

/** The contact point whose opinions a member may list; `undefined`: all. */
export function visibleContactPoint(
  member: Member,
  asked: ContactPointId | undefined,
): ContactPointId | undefined {
  if (may(member, 'opinion.readAll')) return asked
  requirePermission(member, 'opinion.readOwn')
  const own = member.contactPointId
  // A liaison without a contact point has nothing of their own to see.
  if (own === undefined) requirePermission(member, 'opinion.readAll')
  if (asked !== undefined) requireOwnContactPoint(member, asked)
  return own
}
