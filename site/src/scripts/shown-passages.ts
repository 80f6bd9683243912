import type { Passage } from '#core/draft/find-in-draft.ts'
import { all } from './dom.ts'

/** A passage as it stands on the page; `words` are exactly the text of `element`. */
export interface ShownPassage extends Passage {
  element: HTMLElement
  /** 第二十四条 or the title of a chapter: what the place is called. */
  place: string
}

/** Every heading, number and paragraph of the draft on the page, in reading order; nothing of what people say beside it. */
export function shownPassages(law: HTMLElement): ShownPassage[] {
  return all(law, '.division, .article > .number, .words p')
    .filter((element) => !element.closest('.open, .say'))
    .map((element) => ({
      element,
      id: element.closest('[id]')?.id ?? '',
      words: element.textContent ?? '',
      place: placeOf(element),
    }))
}

function placeOf(element: HTMLElement): string {
  const host = element.closest('.article, .annex')
  const named = host?.querySelector('.number a, .division') ?? element
  return named.textContent?.trim() ?? ''
}
