import { limits } from '#contract/limits.ts'
import type { OfficeOpinionPage } from '#contract/office-api.ts'
import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { articleOfPlace } from '#core/deciding/opinion-listing.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Member } from '#core/member.ts'
import { may } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { memberNames } from '../member-names.ts'
import { correctedById, earlierRevisions } from './earlier-revisions.ts'
import { readPage } from './listing-page.ts'
import { type ListingDeps, readListing, type ReadListing } from './read-listing.ts'
import { readGroupSizes } from './same-kinds.ts'
import { searchPage } from './search-listing.ts'
import { unsettledIn } from './settle-versions.ts'
import { shapeOfficeOpinion } from './shape-office-opinion.ts'
import { factsFilter } from './visible-opinions.ts'

type ListDeps = ListingDeps & Pick<Deps, 'contactPoints' | 'assignments' | 'groups' | 'keys' | 'members'>

/**
 * Current opinions of a consultation, filtered: in log order, or article by article as the draft has them. A page reads
 * the bundles it shows and no others; a search reads the texts that may hold its words, up to 400 bundles a call.
 * Legislators and auditors see all, a contact point its own without what the legislature has not said yet. Refuses
 * `not-permitted` (also when another contact point's are asked for) and `not-found`.
 */
export async function listOpinions(
  deps: ListDeps,
  member: Member,
  id: ConsultationId,
  query: Partial<OpinionListQuery>,
): Promise<OfficeOpinionPage> {
  const filter = await factsFilter(deps, member, id, query)
  const listing = await readListing(deps, id, query.newest === true)
  const page =
    query.q === undefined || query.q === ''
      ? await readPage(deps, listing, query, filter)
      : await searchPage(deps, listing, query, filter, query.q)
  const { facts } = listing.ground
  return {
    opinions: await shapeAll(deps, member, listing, page.opinions),
    cursor: page.cursor,
    known: facts.size,
    logged: listing.logged,
    ...(page.searched && { searched: page.searched }),
  }
}

async function shapeAll(
  deps: ListDeps,
  member: Member,
  { consultation, ground, followerOf }: ReadListing,
  opinions: readonly LoggedOpinion[],
): Promise<OfficeOpinionPage['opinions']> {
  const isEverything = may(member, 'opinion.readAll')
  const [askedText, contactPoints, found, sizes] = await Promise.all([
    deps.drafts.text(consultation.draftId),
    deps.contactPoints.list(),
    // What is not published yet is the legislature's alone.
    isEverything
      ? eachInFlight(opinions, limits.maxPutsInFlight, ({ entry }) =>
          deps.decisions.find(consultation.id, entry.id),
        )
      : [],
    isEverything ? readGroupSizes(deps, consultation.id, ground.facts) : undefined,
  ])
  const decisions = new Map<OpinionId, Decision>()
  for (const decision of found) if (decision !== undefined) decisions.set(decision.opinionId, decision)
  const follower = await followerOf(found.flatMap((decision) => decision?.resulting?.draftId ?? []))
  const deciders = await memberNames(
    deps,
    Array.from(decisions.values(), ({ decidedBy }) => decidedBy),
  )
  const earlier = earlierRevisions(ground.facts)
  const around = { askedText, contactPoints, decisions, deciders, earlier, follower }
  const isUnsettled = unsettledIn(deps, correctedById(ground.facts))
  return opinions.map((logged) => ({
    ...shapeOfficeOpinion(logged, around),
    ...sameCountOf(sizes?.at(logged.n)),
    ...(isUnsettled(logged.entry.id) && { unsettled: true as const }),
    listedUnder: articleOfPlace(ground.facts, ground.listing, logged.n),
  }))
}

function sameCountOf(size: number | undefined): { sameCount?: number } {
  return size === undefined ? {} : { sameCount: size }
}
