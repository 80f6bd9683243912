import type { LineageLink } from '#core/lineage.ts'
import type { ProvisionId } from '#core/ids.ts'
import { articlesOf, type Provision } from '#core/provision.ts'

/** Where articles of an earlier text stand in a later one, by id; only those that are not where they were. */
export type MovedArticles = Record<string, ProvisionId[]>

/**
 * What a link made for the earlier text must be told. An article whose number stayed is left out, whatever became of
 * its words; an empty list says that it is no more.
 */
export function movedArticles(
  earlier: readonly Provision[],
  links: readonly Pick<LineageLink, 'from' | 'to'>[],
): MovedArticles {
  const articles = new Set(articlesOf(earlier).map(({ id }) => id))
  const moved: MovedArticles = {}
  for (const { from, to } of links)
    for (const id of from) if (articles.has(id) && !to.includes(id)) moved[id] = to
  return moved
}
