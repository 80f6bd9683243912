import type { DraftHeading } from './draft-headings.ts'
import { closeUp, type DraftLine } from './draft-lines.ts'
import { readNumeral } from './numerals.ts'

const numberedTitle = /^([一二三四五六七八九十]{1,3})、 ?([^。；：:，,]{1,24})$/u

/**
 * Titles 「一、一般规定」 「二、合同的订立」 that part the articles of an interpretation 司法解释 as 章 part those of a law. They
 * are titles only where every one stands directly before an article, the first before the first of all, and they count
 * from 一 without a gap; elsewhere 一、 is a list. By line index; fewer than two are none.
 */
export function findNumberedTitles(
  lines: readonly DraftLine[],
  articles: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, DraftHeading> {
  const found = new Map<number, DraftHeading>()
  const firstArticle = articles.keys().next().value
  for (const [index, { text }] of lines.entries()) {
    const match = articles.has(index + 1) ? numberedTitle.exec(text) : null
    const number = match?.[1] === undefined ? undefined : readNumeral(match[1])
    if (!match || number !== found.size + 1) continue
    if (found.size === 0 && index + 1 !== firstArticle) return new Map()
    const heading = closeUp(match[2] ?? '')
    found.set(index, { mark: 'heading', level: 'chapter', number, label: `${match[1]}、`, heading })
  }
  return found.size < 2 ? new Map() : found
}
