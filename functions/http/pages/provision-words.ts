import { html } from 'hono/html'
import { articleIdOf, walkProvisions, type Provision } from '#core/draft/provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { Markup } from './shell.ts'

function lines(provision: Provision): Markup[] {
  const shown =
    provision.text === '' ? [] : [html`<p class="${provision.kind}">${provision.label}${provision.text}</p>`]
  return [...shown, ...provision.children.flatMap(lines)]
}

/** The article that is spoken about, set like the draft page sets it; nothing for the draft as a whole. */
export function provisionWordsMarkup(
  provisions: readonly Provision[],
  provisionId: ProvisionId | null,
): Markup | '' {
  if (provisionId === null) return ''
  const wanted = articleIdOf(provisionId)
  const article = [...walkProvisions(provisions)].find(({ id }) => id === wanted)
  if (article === undefined) return ''
  const label = article.heading === undefined ? article.label : `${article.label}　${article.heading}`
  return html`<section class="law" lang="zh-CN">
    <div class="article">
      <p class="number">${label}</p>
      <div class="words">${lines(article)}</div>
    </div>
  </section>`
}
