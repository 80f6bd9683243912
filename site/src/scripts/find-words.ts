import type { ProvisionId } from '#core/ids.ts'
import type { FindWords } from '../i18n/find.ts'

/** An earlier text of the bill and where its articles stand in the text on this page. */
export interface EarlierText {
  stage: string
  path: string
  moved: Record<string, ProvisionId[]>
}

/** What the search box tells the scripts of the page's text. */
export interface FindPage {
  form: HTMLFormElement
  /** The draft's own words. */
  law: HTMLElement
  words: FindWords
  /** 《…条例》（征求意见稿） */
  cited: string
  /** Path at which this very text stays, whatever is published later. */
  link: string
  earlier: EarlierText[]
}

/** Reads the box; `undefined` on a page without a draft. */
export function readFindPage(): FindPage | undefined {
  const form = document.querySelector<HTMLFormElement>('[data-find]')
  const law = document.querySelector<HTMLElement>('.law')
  if (!form || !law) return undefined
  const { words = '{}', cited = '', link = '', earlier = '[]' } = form.dataset
  return {
    form,
    law,
    words: JSON.parse(words) as FindWords,
    cited,
    link,
    earlier: JSON.parse(earlier) as EarlierText[],
  }
}

/** Puts values into a sentence: `#` a number, `@` and `%` words. */
export function fillIn(sentence: string, values: { '#'?: number; '@'?: string; '%'?: string }): string {
  return sentence.replace(/[#@%]/g, (mark) => String(values[mark as keyof typeof values] ?? mark))
}
