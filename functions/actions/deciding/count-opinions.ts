import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import type { OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import { countOpinions, type OpinionCount } from '#core/deciding/count-opinions.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { factsFilter } from './visible-opinions.ts'
import { type ListingDeps, readListing } from './read-listing.ts'

/** So many categories or areas are named; the others are added up. */
const namedParts = 40

/**
 * Counts of the opinions a filter means, by every dimension, opinions and people. What a contact point is shown counts
 * its own and says nothing of decisions. Refuses `not-permitted`, `not-found`.
 */
export async function readOpinionCounts(
  deps: ListingDeps & Pick<Deps, 'assignments'>,
  member: Member,
  id: ConsultationId,
  query: Partial<OpinionListQuery>,
): Promise<OfficeOpinionCounts> {
  const filter = await factsFilter(deps, member, id, query)
  const { ground, logged } = await readListing(deps, id, query.newest === true)
  const counts = countOpinions(ground, filter)
  return {
    known: ground.facts.size,
    logged,
    total: counts.total,
    byArticle: partsOf(counts.byArticle),
    byChannel: mostFirst(counts.byChannel),
    byContactPoint: mostFirst(counts.byContactPoint),
    byCategory: longParts(counts.byCategory),
    byArea: longParts(counts.byArea),
    byChangeType: mostFirst(counts.byChangeType),
    byDay: partsOf(counts.byDay),
    byOutcome: partsOf(counts.byOutcome),
    byFlag: partsOf(counts.byFlag),
  }
}

type Parts = OfficeOpinionCounts['byArticle']

function partsOf(counts: ReadonlyMap<string, OpinionCount>): Parts {
  return [...counts].map(([key, count]) => ({ key, ...count }))
}

function mostFirst(counts: ReadonlyMap<string, OpinionCount>): Parts {
  return partsOf(counts).sort((a, b) => b.opinions - a.opinions || (a.key < b.key ? -1 : 1))
}

function longParts(counts: ReadonlyMap<string, OpinionCount>): OfficeOpinionCounts['byArea'] {
  const parts = mostFirst(counts)
  const rest = parts.slice(namedParts)
  if (rest.length === 0) return { parts }
  const sum = (of: (part: Parts[number]) => number) => rest.reduce((all, part) => all + of(part), 0)
  const others = {
    keys: rest.length,
    opinions: sum(({ opinions }) => opinions),
    people: sum(({ people }) => people),
    decided: sum(({ decided }) => decided),
  }
  return { parts: parts.slice(0, namedParts), others }
}
