import type { ProvisionId } from '#core/ids.ts'
import type { Provision } from '#core/draft/provision.ts'

/** A draft made from articles with known links: by ids of the older articles and places in the newer ones. */
export interface Redraft {
  articles: Provision[]
  links: { from: ProvisionId[]; to: ProvisionId[] }[]
}

/**
 * Redrafts articles as committees do, from a seed: of every hundred some ten are split in two between their 款, ten are
 * merged with the next, seven removed; everything is renumbered.
 */
export function redraft(articles: readonly Provision[], seed: number): Redraft {
  let state = seed
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const made: Provision[] = []
  const links: Redraft['links'] = []
  const write = (from: readonly Provision[], ...written: Provision[]) => {
    const to = written.map((article) => {
      const number = made.length + 1
      const id = `art-${number}` as ProvisionId
      made.push({ ...article, id, number, insertion: undefined, label: `第${number}条` })
      return id
    })
    links.push({ from: from.map(({ id }) => id), to })
  }
  for (let at = 0; at < articles.length; at += 1) {
    const [article, next] = [articles[at], articles[at + 1]]
    if (article === undefined) break
    const fate = random()
    const half = Math.ceil(article.children.length / 2)
    const withWords = (children: Provision[]) => ({ ...article, children })
    if (fate < 0.1 && half < article.children.length)
      write([article], withWords(article.children.slice(0, half)), withWords(article.children.slice(half)))
    else if (fate < 0.2 && next !== undefined) {
      write([article, next], withWords([...article.children, ...next.children]))
      at += 1
    } else if (fate < 0.27) write([article])
    else write([article], article)
  }
  return { articles: made, links }
}
