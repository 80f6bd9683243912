import { articlesOf, type Provision, provisionWords } from '#core/draft/provision.ts'

const shownChars = 18

/** The articles of a draft as a drop-down offers them: 「第二十四条 在滨水公共空间内不得垂钓、…」. Read back by their lead. */
export function provisionChoices(provisions: readonly Provision[]): string[] {
  return articlesOf(provisions).map((article) => {
    const words = Array.from(provisionWords(article).replace(/\s+/gu, ''))
    const shown = words.slice(0, shownChars).join('')
    return `${article.label} ${words.length > shownChars ? `${shown}…` : shown}`
  })
}
