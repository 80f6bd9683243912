import { citeProvision } from '#core/draft/cite.ts'
import type { ProvisionId } from '#core/ids.ts'
import { readArticle } from './article-tree.ts'
import { all, element, need } from './dom.ts'
import { fillIn, type FindPage } from './find-words.ts'

/** Pressing an article's number opens a line beneath it with its citation and its link, each to be copied. */
export function startCiting(page: FindPage): void {
  for (const link of all<HTMLAnchorElement>(page.law, '.article > .number a')) {
    link.title = page.words.cite
    link.setAttribute('aria-expanded', 'false')
    link.addEventListener('click', () => {
      const article = link.closest<HTMLElement>('.article')
      if (!article || article.querySelector('.cite')) return
      for (const open of all(page.law, '.cite')) open.remove()
      for (const other of all(page.law, '.number a[aria-expanded=true]'))
        other.setAttribute('aria-expanded', 'false')
      link.setAttribute('aria-expanded', 'true')
      need(article, '.number').after(panel(page, article))
    })
  }
}

function panel(page: FindPage, article: HTMLElement): HTMLElement {
  const tree = [readArticle(article)]
  const made = element('div', '', 'cite')
  made.lang = document.documentElement.lang
  const status = element('p')
  status.setAttribute('role', 'status')
  const line = (id: string, shown = ''): HTMLElement => {
    const citation = page.cited + citeProvision(tree, id as ProvisionId)
    const address = `${location.origin}${page.link}#${id}`
    const text = element('p', shown || citation)
    text.lang = 'zh-CN'
    const buttons = element('p', '', 'buttons')
    buttons.append(
      copyButton(page, page.words.copyCitation, citation, status),
      copyButton(page, page.words.copyLink, address, status),
    )
    const both = element('div')
    both.append(text, buttons)
    return both
  }
  made.append(line(article.id))
  const parts = all(article, '.words p[id]').map(({ id }) => id)
  const cited = parts.filter(
    (id) => citeProvision(tree, id as ProvisionId) !== citeProvision(tree, tree[0]?.id ?? null),
  )
  if (cited.length > 0) {
    const details = element('details')
    const list = element('ul')
    list.append(
      ...cited.map((id) => {
        const item = element('li')
        item.append(line(id, citeProvision(tree, id as ProvisionId)))
        return item
      }),
    )
    details.append(element('summary', page.words.parts), list)
    made.append(details)
  }
  made.append(status)
  return made
}

function copyButton(page: FindPage, name: string, text: string, status: HTMLElement): HTMLButtonElement {
  const button = element('button', name, 'button text')
  button.type = 'button'
  button.addEventListener('click', () => {
    void copyAndSay(page, text, status)
  })
  return button
}

async function copyAndSay({ words }: FindPage, text: string, status: HTMLElement): Promise<void> {
  const sentence = (await copy(text)) ? words.copied : words.notCopied
  status.textContent = fillIn(sentence, { '@': text })
}

/** The clipboard needs a secure address and a permission; where it refuses, the words are shown to be selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
