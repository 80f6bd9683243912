import { lineageFileName, type PublishedLineage } from '#contract/published.ts'
import type { DraftMeta } from '#core/bill.ts'
import { draftPairs } from '#core/draft/draft-pairs.ts'
import type { Deps } from '#core/ports.ts'
import { findLineage } from './find-lineage.ts'
import { namedCauses } from './named-causes.ts'

/**
 * What the public may read of how released drafts of one bill hang together (oldest first): the links people corrected
 * and the causes of changes (R6), those of the drafts between them included, without who set them or which opinion stands behind them (R10). A pair nobody has
 * touched has no file: the pages align it by themselves.
 */
export async function lineageFiles(
  deps: Pick<Deps, 'drafts' | 'lineages' | 'causes'>,
  released: readonly DraftMeta[],
): Promise<Record<string, PublishedLineage>> {
  const files = await Promise.all(
    draftPairs(released).map(async ({ from, to, between }) => {
      const [lineage, causes] = await Promise.all([
        findLineage(deps, from, to),
        namedCauses(deps, from, to, between),
      ])
      if (lineage === undefined && causes.length === 0) return []
      const published: PublishedLineage = {
        fromDraftId: from.id,
        toDraftId: to.id,
        ...(lineage && { links: lineage.links.map(publicLink) }),
        causes,
      }
      return [[lineageFileName(from.id, to.id), published] as const]
    }),
  )
  return Object.fromEntries(files.flat())
}

type PublicLink = NonNullable<PublishedLineage['links']>[number]

function publicLink({ from, to, kind, score, numberChanged, moved }: PublicLink): PublicLink {
  return { from, to, kind, score, numberChanged, moved }
}
