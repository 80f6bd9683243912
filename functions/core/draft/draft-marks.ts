import { findArticleTitles, readsAsTitle } from './draft-article-titles.ts'
import { findArticles, findEnumeratedArticles, type ArticleHeading } from './draft-articles.ts'
import {
  readAnnexHeading,
  readBareHeading,
  readHeading,
  type AnnexHeading,
  type BareHeading,
  type DraftHeading,
} from './draft-headings.ts'
import { closeUp, type DraftLine } from './draft-lines.ts'
import { findNumberedTitles } from './draft-numbered-titles.ts'
import { findEnglishArticles, readEnglishAnnex, readEnglishHeading } from './english-headings.ts'

/** What a line is before it is placed; 项 and 目 are read later, where it is known what stands above them. */
export type DraftMark =
  DraftHeading | BareHeading | ArticleHeading | AnnexHeading | { mark: 'closing' } | { mark: 'text' }

/** A line of a draft and what it opens. */
export interface MarkedLine extends DraftLine {
  is: DraftMark
}

/** All lines, each marked. */
export interface MarkedDraft {
  lines: MarkedLine[]
  /** Index of the first article, `lines.length` when there is none. */
  firstArticle: number
  /** Clauses are numbered 一、二、三、 as in decisions, whose opening words stand before the first. */
  enumerated: boolean
  /** Articles are printed 「Article 1」 or 「Section 1.」. */
  english: boolean
}

/** Says of every line what it opens. */
export function markLines(lines: readonly DraftLine[]): MarkedDraft {
  const articles = findArticles(lines)
  if (articles.size === 0) {
    const english = markEnglish(lines)
    if (english) return english
  }
  const clauses = findEnumeratedArticles(lines)
  const enumerated = isEnumerated(articles, clauses)
  const { articles: titled, taken } = findArticleTitles(lines, articles)
  const openings = enumerated ? clauses : titled
  const firstArticle = openings.keys().next().value ?? lines.length
  const titles = enumerated ? none : findNumberedTitles(lines, articles)
  const marked = lines.map((line, index): MarkedLine => {
    if (!enumerated && taken.has(index)) return { ...line, text: '', is: { mark: 'text' } }
    const is: DraftMark = openings.get(index) ??
      titles.get(index) ??
      readHeading(line.text) ??
      readBareHeading(line.text) ??
      (index > firstArticle ? readAnnexHeading(line.text) : undefined) ?? { mark: 'text' }
    return { ...line, is }
  })
  return { lines: joinHeadings(marked), firstArticle, enumerated, english: false }
}

const none: ReadonlyMap<number, DraftHeading> = new Map()

/** The same for a text of 「Article 1」; `undefined` where there is none. */
function markEnglish(lines: readonly DraftLine[]): MarkedDraft | undefined {
  const { articles, taken } = findEnglishArticles(lines)
  const firstArticle = articles.keys().next().value
  if (firstArticle === undefined) return undefined
  const marked = lines.map((line, index): MarkedLine => {
    if (taken.has(index)) return { ...line, text: '', is: { mark: 'text' } }
    const is: DraftMark = articles.get(index) ??
      readEnglishHeading(line.text) ??
      (index > firstArticle ? readEnglishAnnex(line.text) : undefined) ?? { mark: 'text' }
    return { ...line, is }
  })
  return { lines: joinHeadings(marked), firstArticle, enumerated: false, english: true }
}

/** 一、二、三、 are the articles where no 第一条 stands, or only a later 第X条 that they quote. */
function isEnumerated(
  articles: ReadonlyMap<number, ArticleHeading>,
  clauses: ReadonlyMap<number, ArticleHeading>,
): boolean {
  const [firstIndex, first] = articles.entries().next().value ?? []
  const clauseIndex = clauses.keys().next().value
  if (clauseIndex === undefined) return false
  if (firstIndex === undefined) return true
  if (clauseIndex > firstIndex) return false
  return first?.number !== 1 || amends(clauses, firstIndex)
}

/** A decision may quote even 第一条 on a line of its own; its clauses say what they change and go on behind it. */
function amends(clauses: ReadonlyMap<number, ArticleHeading>, firstArticle: number): boolean {
  const goesOn = [...clauses.keys()].some((index) => index > firstArticle)
  return goesOn && [...clauses.values()].some(({ rest }) => orders.test(rest))
}

const orders = /修改为|增加[一二三四五六七八九十两]+[编章节条款项]|删[去除]第/u

/**
 * 「第一章」 alone on its line takes its title from the next, when that reads as a title; so does 「附件1」, when words
 * follow.
 */
function joinHeadings(lines: MarkedLine[]): MarkedLine[] {
  const joined: MarkedLine[] = []
  for (const [index, line] of lines.entries()) {
    const above = joined.at(-1)
    const goesOn = lines[index + 1]?.is.mark === 'text'
    if (above && waitsForTitle(above) && mayTitle(line) && (above.is.mark === 'heading' || goesOn)) {
      const heading = closeUp(line.text)
      joined[joined.length - 1] = { ...above, is: { ...above.is, heading } as DraftHeading | AnnexHeading }
      joined.push({ ...line, is: { mark: 'text' }, text: '' })
    } else joined.push(line)
  }
  return joined
}

function waitsForTitle({ is }: MarkedLine): boolean {
  return (is.mark === 'heading' || is.mark === 'annex') && is.heading === ''
}

function mayTitle({ is, text }: MarkedLine): boolean {
  if (is.mark !== 'text' && is.mark !== 'bare') return false
  if (!/^[\p{ASCII}‘’“”–—]+$/u.test(text)) return readsAsTitle(text)
  return text.length <= 100 && !/[.;:]$|^\(|^[0-9a-z]{1,3}[.)] |\|/i.test(text)
}
