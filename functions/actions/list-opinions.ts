import type { OfficeOpinionPage } from '#contract/office-api.ts'
import type { ConsultationId, ContactPointId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log-entry.ts'
import type { Member } from '#core/member.ts'
import type { Channel } from '#core/opinion.ts'
import { may, requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf } from '#core/provision.ts'
import { currentOpinions } from './current-opinions.ts'
import { articleNow, followIntoNewest, type Follower } from './follow-opinions.ts'
import { shapeOfficeOpinion } from './shape-office-opinion.ts'

/**
 * `article`: an article's id with everything below it, or `whole`; with `newest` an article of the bill's newest draft,
 * or `gone`, whatever draft the opinion was written against (R7). `cursor`: where the last page ended.
 */
export interface OpinionFilter {
  article?: string | undefined
  channel?: Channel | undefined
  contactPoint?: ContactPointId | undefined
  undecided?: boolean | undefined
  newest?: boolean | undefined
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
      matches(logged, { ...filter, contactPoint }, follower) &&
      (filter.undecided !== true || decisions.get(logged.entry.id)?.outcome === undefined),
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

function matches(
  { entry, text: { content } }: LoggedOpinion,
  { article, channel, contactPoint, newest }: OpinionFilter,
  follower: Follower,
): boolean {
  if (channel !== undefined && entry.channel !== channel) return false
  if (contactPoint !== undefined && entry.contactPointId !== contactPoint) return false
  if (article === undefined) return true
  if (newest === true)
    return (
      article ===
      articleNow(entry.provisionId, follower.follow(content.draftId, entry.provisionId, content.quote))
    )
  if (article === 'whole') return entry.provisionId === null
  if (entry.provisionId === null) return false
  return entry.provisionId === article || articleIdOf(entry.provisionId) === article
}
