import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import type { FactsFilter } from '#core/deciding/select-opinions.ts'
import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { may, requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { articlesAssignedTo } from './articles-assigned-to.ts'

/** What a member asks of the facts. Refuses `not-permitted`. */
export async function factsFilter(
  deps: Pick<Deps, 'assignments'>,
  member: Member,
  id: ConsultationId,
  { mine, contactPoint, ...rest }: Partial<OpinionListQuery>,
): Promise<FactsFilter> {
  const visible = visibleContactPoint(member, contactPoint)
  if (mine !== true) return { ...rest, contactPoint: visible }
  return { ...rest, contactPoint: visible, articles: await articlesAssignedTo(deps, id, member.id) }
}

/** The contact point whose opinions a member may list; `undefined`: all. */
export function visibleContactPoint(
  member: Member,
  asked: ContactPointId | 'direct' | undefined,
): ContactPointId | 'direct' | undefined {
  if (may(member, 'opinion.readAll')) return asked
  requirePermission(member, 'opinion.readOwn')
  const own = member.contactPointId
  // A liaison without a contact point has nothing of their own to see.
  if (own === undefined) requirePermission(member, 'opinion.readAll')
  if (asked === 'direct') requirePermission(member, 'opinion.readAll')
  else if (asked !== undefined) requireOwnContactPoint(member, asked)
  return own
}
