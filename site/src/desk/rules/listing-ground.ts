import type { OfficeConsultation } from '#contract/office-api.ts'
import type { LineageLink } from '#core/lineage.ts'
import type { Provision } from '#core/provision.ts'
import { articlesIn } from './decision-check.ts'

/** The draft by whose articles opinions are listed, and where to look for how many. */
export interface ListingGround {
  provisions: readonly Provision[]
  articles: readonly Provision[]
  /** By article, `''` for the draft as a whole, `gone` for what the draft no longer has. */
  byArticle: Record<string, number>
}

/** The draft people were asked about. */
export function askedGround({
  draft,
  tallies,
}: Pick<OfficeConsultation, 'draft' | 'tallies'>): ListingGround {
  const { provisions } = draft
  return { provisions, articles: articlesIn(provisions), byArticle: tallies.byArticle }
}

/**
 * The newest draft: an article's opinions are counted with what it became. Those of a split article are counted with
 * each of its parts: only their words say which part each is about, and an article counted empty would not be read.
 */
export function newestGround(
  byArticle: Record<string, number>,
  provisions: readonly Provision[],
  links: readonly Pick<LineageLink, 'from' | 'to'>[],
): ListingGround {
  const counted: Record<string, number> = {}
  const add = (key: string, count: number) => {
    if (count > 0) counted[key] = (counted[key] ?? 0) + count
  }
  const linkOf = new Map(links.flatMap((link) => link.from.map((id) => [id as string, link] as const)))
  for (const [article, count] of Object.entries(byArticle)) {
    const link = linkOf.get(article)
    if (!link || !article.startsWith('art-')) add(article, count)
    else if (link.to.length === 0) add('gone', count)
    else for (const id of link.to) add(id, count)
  }
  return { provisions, articles: articlesIn(provisions), byArticle: counted }
}
