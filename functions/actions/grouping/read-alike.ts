import type { AlikeOpinions } from '#contract/alike-api.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { selectPlaces } from '#core/deciding/select-opinions.ts'
import { alikeOpinions } from './alike-opinions.ts'
import { correctedById } from '../deciding/earlier-revisions.ts'
import { visibleContactPoint } from '../deciding/visible-opinions.ts'
import { type ListingDeps, readListing } from '../deciding/read-listing.ts'
import { unsettledIn } from '../deciding/settle-versions.ts'

/** Beyond so many a hint is no help, and groups are the legislature's to look at. */
const mostOpinions = 2000

/**
 * Same-kind opinions among a contact point's own, for the list it works on. Whether others said the same elsewhere is
 * not told (SECURITY promise 7). Refuses `not-permitted`, `not-found`.
 */
export async function readAlike(
  deps: ListingDeps & Pick<Deps, 'opinionLog' | 'keys'>,
  member: Member,
  id: ConsultationId,
): Promise<AlikeOpinions> {
  requirePermission(member, 'opinion.readOwn')
  const contactPoint = visibleContactPoint(member, undefined)
  const { consultation, ground } = await readListing(deps, id, false)
  const places = [...selectPlaces(ground, { contactPoint })].slice(0, mostOpinions)
  const own: LoggedOpinion[] = []
  for await (const logged of deps.opinionLog.readAt(id, places)) own.push(logged)
  const placeOf = new Map<OpinionId, number>(own.map(({ entry, n }) => [entry.id, n]))
  const groups = alikeOpinions(await deps.drafts.text(consultation.draftId), own)
  const named = (one: OpinionId) => ({ id: one, n: placeOf.get(one) ?? 0 })
  const isUnsettled = unsettledIn(deps, correctedById(ground.facts))
  return {
    groups: groups.map((group) => group.map(named)),
    unsettled: own
      .map(({ entry }) => entry.id)
      .filter(isUnsettled)
      .map(named),
  }
}
