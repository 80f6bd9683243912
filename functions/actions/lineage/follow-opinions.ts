import type { FollowedPlace } from '#contract/office-api.ts'
import type { DraftMeta, DraftText } from '#core/bill.ts'
import { citeProvision } from '#core/draft/cite.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import { followProvision } from '#core/lineage/follow-provision.ts'
import type { DraftId, ProvisionId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import { computedLinks } from './computed-links.ts'
import { findLineage } from './find-lineage.ts'

/** Says where provisions of the drafts of one bill are in its newest one (R7). */
export interface Follower {
  /** `undefined`: the draft is the newest, or the provision is none of it. `quote`: the words pointed at. */
  follow(draftId: DraftId, id: ProvisionId | null, quote?: string): FollowedPlace | undefined
  /** The bill's newest draft, when there is a later one than that asked about. */
  newestId?: DraftId
}

/**
 * The article of the newest draft something is listed under; `gone` when it was removed, `whole` for no article. What is
 * about a 章 or an annex stays under that.
 */
export function articleNow(provisionId: ProvisionId | null, place: FollowedPlace | undefined): string {
  if (provisionId === null) return 'whole'
  if (place === undefined || !provisionId.startsWith('art-')) return articleIdOf(provisionId)
  const [first] = place.provisions
  return first === undefined ? 'gone' : articleIdOf(first.id)
}

/** Where the words an opinion became are in the newest draft; `undefined` when they were pointed at there. */
export function wordsNow(follower: Follower, decision: Decision | undefined): FollowedPlace | undefined {
  const { resulting } = decision ?? {}
  return resulting && follower.follow(resulting.draftId, resulting.provisionId, resulting.quote)
}

/**
 * Reads how the drafts of a bill hang together with its newest one: along the lineages people corrected, else computed
 * once for all provisions asked about. `ids`: the drafts that will be asked about.
 */
export async function followIntoNewest(
  deps: Pick<Deps, 'drafts' | 'lineages'>,
  asked: DraftMeta,
  ids: ReadonlySet<DraftId>,
): Promise<Follower> {
  const drafts = (await deps.drafts.listOf(asked.billId)).toSorted(compareDrafts)
  const newest = drafts.at(-1)
  if (newest === undefined || newest.id === asked.id) return { follow: () => undefined }
  const older = drafts.filter(({ id }) => id !== newest.id && (id === asked.id || ids.has(id)))
  const to = await deps.drafts.text(newest.id)
  const ways = new Map(
    await Promise.all(older.map(async (from) => [from.id, await wayTo(deps, from, newest, to)] as const)),
  )
  return {
    newestId: newest.id,
    follow: (draftId, id, quote) => (id === null ? undefined : ways.get(draftId)?.(id, quote)),
  }
}

async function wayTo(
  deps: Pick<Deps, 'drafts' | 'lineages'>,
  from: DraftMeta,
  newest: DraftMeta,
  to: DraftText,
) {
  const text = await deps.drafts.text(from.id)
  const { provisions } = text
  const links = (await findLineage(deps, from, newest))?.links ?? computedLinks(deps.drafts, text, to)
  const known = new Map<string, FollowedPlace | undefined>()
  return (id: ProvisionId, quote?: string): FollowedPlace | undefined => {
    const key = `${id} ${quote ?? ''}`
    if (!known.has(key)) known.set(key, placeOf(id, quote))
    return known.get(key)
  }
  function placeOf(id: ProvisionId, quote?: string): FollowedPlace | undefined {
    const found = followProvision(links, provisions, to.provisions, id, quote)
    if (found.kind === undefined) return undefined
    return {
      draftId: newest.id,
      kind: found.kind,
      provisions: found.to.map((there) => ({ id: there, label: citeProvision(to.provisions, there) })),
      exact: found.exact,
      ...(found.quoteStands !== undefined && { quoteStands: found.quoteStands }),
    }
  }
}
