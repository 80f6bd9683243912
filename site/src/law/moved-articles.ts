import { followProvision } from '#core/lineage/follow-provision.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import type { ProvisionId } from '#core/ids.ts'
import { articleIdOf, articlesOf, walkProvisions, type Provision } from '#core/draft/provision.ts'

/** Where provisions of an earlier text stand in a later one, by id; only those that are not where they were. */
export type MovedArticles = Record<string, ProvisionId[]>

/**
 * What a link made for the earlier text must be told. An article whose number stayed is left out, whatever became of
 * its words; an empty list says that it is no more. A 款 or 项 stands here where it went elsewhere than its number would
 * say: into another article than the rest of its own, or to another place in the same one.
 */
export function movedArticles(
  earlier: readonly Provision[],
  later: readonly Provision[],
  links: readonly LineageLink[],
): MovedArticles {
  const articles = articlesOf(earlier)
  const ids = new Set(articles.map(({ id }) => id))
  const moved: MovedArticles = {}
  const unchanged = new Set<ProvisionId>()
  for (const { from, to, kind } of links)
    for (const id of from) {
      if (ids.has(id) && !to.includes(id)) moved[id] = to
      if (kind === 'same' || kind === 'renumbered') unchanged.add(id)
    }
  for (const article of articles)
    if (!unchanged.has(article.id))
      for (const { id } of walkProvisions(article.children)) {
        const { exact, to } = followProvision(links, earlier, later, id)
        const [place] = to
        if (exact && place !== undefined && place !== id) moved[id] = [place]
      }
  return withoutPlain(moved)
}

/** A 款 that kept its place in an article which only got another number needs no word of its own. */
function withoutPlain(moved: MovedArticles): MovedArticles {
  return Object.fromEntries(
    Object.entries(moved).filter(([id, [place]]) => {
      const article = articleIdOf(id as ProvisionId)
      if (article === id || place === undefined) return true
      const [to, ...others] = moved[article] ?? [article]
      return others.length > 0 || `${to}${id.slice(article.length)}` !== place
    }),
  )
}
