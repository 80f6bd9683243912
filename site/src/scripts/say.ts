import { all } from './dom.ts'
// One request for both: a page that takes opinions also shows a text.
import './law.ts'
import { refreshCounts } from './live-counts.ts'
import { readDraft } from './say-draft.ts'
import { SayForm, type SayPlace } from './say-form.ts'
import { readSayPage, type SayPage } from './say-words.ts'

/** Words the reader has marked inside the article: what the opinion is about to the letter (R7). */
function markedWords(article: Element | null): string | undefined {
  const selection = getSelection()
  if (!article || !selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode)
    return undefined
  const words = article.querySelector('.words')
  if (!words?.contains(selection.anchorNode) || !words.contains(selection.focusNode)) return undefined
  return selection.toString().trim().slice(0, 2000) || undefined
}

function placeOf(
  page: SayPage,
  link: HTMLElement,
): SayPlace & { host: Element | null; before: Element | null } {
  const id = link.dataset['say'] ?? ''
  const article = link.closest('.article')
  const heading = article?.querySelector('.number')
  return {
    id,
    label: heading?.textContent?.trim() ?? page.words['whole'] ?? '',
    headingLevel: heading ? Number(heading.tagName[1]) + 1 : 2,
    quote: markedWords(article),
    host: article ?? document.querySelector('[data-say-place]'),
    before: null,
  }
}

function open(page: SayPage, link: HTMLElement, forms: Map<string, SayForm>): void {
  const { host, ...place } = placeOf(page, link)
  const known = forms.get(place.id)
  if (known) return known.start()
  if (!host) return
  const form = new SayForm(page, place, () => {
    form.root.remove()
    forms.delete(place.id)
    link.setAttribute('aria-expanded', 'false')
    nameLink(page, link)
    link.focus()
  })
  forms.set(place.id, form)
  host.append(form.root)
  link.setAttribute('aria-expanded', 'true')
  form.start()
}

/** 说说这一条, or 接着写 when something unfinished is kept on this device. */
function nameLink(page: SayPage, link: HTMLElement): void {
  link.dataset['name'] ??= link.textContent ?? ''
  const kept = readDraft(page.consultationId, link.dataset['say'] ?? '')
  const isUnfinished = kept !== undefined && !kept.receivedAt && Object.keys(kept.answers).length > 0
  link.textContent = isUnfinished ? (page.words['continued'] ?? '') : link.dataset['name']
  // The accessible name begins with the visible one (WCAG 2.5.3) and says which article.
  const article = link.closest('.article')?.querySelector('.number')?.textContent
  if (article) link.setAttribute('aria-label', `${link.textContent}：${article}`)
}

const page = readSayPage()
if (page) {
  const forms = new Map<string, SayForm>()
  for (const link of all<HTMLAnchorElement>(document, 'a[data-say]')) {
    const kept = readDraft(page.consultationId, link.dataset['say'] ?? '')
    link.setAttribute('aria-expanded', 'false')
    nameLink(page, link)
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(page, link, forms)
    })
    // A receipt that was not put away yet is shown again after a reload, rather than lost.
    if (kept?.receivedAt) open(page, link, forms)
  }
  void refreshCounts(page)
}
