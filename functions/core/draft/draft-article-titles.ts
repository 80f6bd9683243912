import type { ArticleHeading } from './draft-articles.ts'
import { readAnnexHeading, readBareHeading, readHeading } from './draft-headings.ts'
import { readItem } from './draft-items.ts'
import { closeUp, type DraftLine } from './draft-lines.ts'

/** The articles with their titles, and the lines that a title took for itself. */
interface TitledArticles {
  articles: ReadonlyMap<number, ArticleHeading>
  taken: ReadonlySet<number>
}

/** Where an article may have its title: on the line of its number, or alone on the next. */
interface Candidate {
  index: number
  article: ArticleHeading
  title: string | undefined
  takes: number | undefined
}

/** So many of the articles must be titled; the others print a sentence at once. */
const share = 0.9

/**
 * Finds titles without brackets, 「第一条 定义」 as treaties and standards print them. A short line without a stop may
 * as well be the beginning of a sentence, so titles are read only where the whole text has them: nine of ten
 * articles, two at least, each with words behind it.
 */
export function findArticleTitles(
  lines: readonly DraftLine[],
  articles: ReadonlyMap<number, ArticleHeading>,
): TitledArticles {
  const candidates = [...articles].flatMap(([index, article]) =>
    readCandidate(lines, articles, index, article),
  )
  const titled = candidates.filter(({ title }) => title !== undefined)
  if (titled.length < 2 || titled.length < candidates.length * share) return { articles, taken: new Set() }
  const named = new Map(articles)
  for (const { index, article, title } of titled) named.set(index, { ...article, heading: title, rest: '' })
  return { articles: named, taken: new Set(titled.flatMap(({ takes }) => takes ?? [])) }
}

/** None for an article that has its title in brackets, or no words of its own, as in a table of contents. */
function readCandidate(
  lines: readonly DraftLine[],
  articles: ReadonlyMap<number, ArticleHeading>,
  index: number,
  article: ArticleHeading,
): Candidate[] {
  const opens = (at: number): boolean => {
    const text = lines[at]?.text
    if (text === undefined || articles.has(at)) return true
    return [readHeading, readBareHeading, readAnnexHeading].some((read) => read(text) !== undefined)
  }
  const found = { index, article, title: undefined, takes: undefined }
  if (article.heading !== undefined) return []
  if (opens(index + 1)) return article.rest === '' || readsAsTitle(article.rest) ? [] : [found]
  if (article.rest !== '')
    return [{ ...found, title: readsAsTitle(article.rest) ? closeUp(article.rest) : undefined }]
  const next = lines[index + 1]?.text ?? ''
  const alone = readsAsTitle(next) && !opens(index + 2)
  return [alone ? { ...found, title: closeUp(next), takes: index + 1 } : found]
}

/** A short line without a stop that is no 项; one that is set as a table is a row. */
export function readsAsTitle(text: string): boolean {
  if (
    text === '' ||
    [...text].length > 40 ||
    /[。；：！？，,;:!?|]|^[（(]|^[一二三四五六七八九十]{1,3}、/u.test(text)
  )
    return false
  return readItem(text) === undefined && !hasColumns(text)
}

/** Blanks between Han are columns, unless every character stands apart: 「名 录」. */
function hasColumns(text: string): boolean {
  const pieces = text.split(' ')
  const parted = /(?<=\p{Script=Han}) (?=\p{Script=Han})/u.test(text)
  return parted && pieces.some((piece) => [...piece].length > 1)
}
