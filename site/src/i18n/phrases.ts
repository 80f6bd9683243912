import { escapeHtml } from '../law/render-law.ts'

/** Made at the first title, not at import: browsers older than 2024 have none, and the desk's preview runs there too. */
let segmenter: Intl.Segmenter | undefined

const opening = /^[（《〈“‘「『〔]$/u
const place = /^[省市州县区镇乡]$/u
const closing = /^[）》〉”’」』〕、，。：；！？]$/u

/** What the dictionary does not know comes as single characters: two or more of them in a row stand together. */
function mayBreak(before: string[], after: string[]): boolean {
  const last = before.at(-1) ?? ''
  const next = after[0] ?? ''
  if (opening.test(last) || !/^[\p{Script=Han}（《〈“‘「『〔]/u.test(next)) return false
  if (opening.test(next) || closing.test(last)) return true
  if (place.test(last) && before.length > 1) return true
  if (next.length > 1) return before.length > 1 || last.length > 1
  return last.length > 1 && after[1]?.length === 1 && !closing.test(after[1]) && !opening.test(after[1])
}

/**
 * A Chinese title in the words it may be broken between: 云溪市 · 公园 · 夜间 · 开放 · 若干 · 规定. Engines break between any two
 * characters (CSS Text 4 `auto-phrase` knows Japanese only); a title broken inside a word reads like another word.
 */
export function phrases(title: string): string[] {
  if (!('Segmenter' in Intl)) return [title]
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const segments = [...segmenter.segment(title)].map(({ segment }) => segment)
  const words: string[] = []
  let word: string[] = []
  segments.forEach((segment, at) => {
    if (word.length > 0 && mayBreak(word, segments.slice(at))) {
      words.push(word.join(''))
      word = []
    }
    word.push(segment)
  })
  return word.length > 0 ? [...words, word.join('')] : words
}

/** The same as HTML: one line break opportunity between two words, none inside while a line holds the word. */
export function phrasesHtml(title: string): string {
  return `<span class="phrases">${phrases(title).map(escapeHtml).join('<wbr>')}</span>`
}
