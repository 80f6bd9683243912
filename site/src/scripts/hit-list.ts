import type { Hit } from '#core/draft/find-in-draft.ts'
import { element } from './dom.ts'
import type { ShownPassage } from './shown-passages.ts'

const maxListed = 30
const snippetChars = 14

/** Fills the list of places, each a link to its provision with a few words around what was found; hidden when empty. */
export function listHits(
  list: HTMLElement,
  hits: readonly Hit[],
  passages: readonly ShownPassage[],
  go: (at: number) => void,
): void {
  list.hidden = hits.length === 0
  list.replaceChildren(
    ...hits.slice(0, maxListed).flatMap((hit, at) => {
      const passage = passages[hit.passage]
      if (!passage) return []
      const item = element('li')
      const link = linkTo(hit, passage)
      // after the browser has followed the link, so that the words and not the paragraph come to the middle
      link.addEventListener('click', () => requestAnimationFrame(() => go(at)))
      item.append(link)
      return [item]
    }),
  )
}

function linkTo({ start, end }: Hit, { id, words, place }: ShownPassage): HTMLAnchorElement {
  const from = Math.max(0, start - snippetChars)
  const link = element('a')
  link.href = `#${id}`
  link.lang = 'zh-CN'
  link.append(
    element('b', place),
    (from > 0 ? '…' : '') + words.slice(from, start),
    element('mark', words.slice(start, end)),
    words.slice(end, end + snippetChars) + (end + snippetChars < words.length ? '…' : ''),
  )
  return link
}
