import type { ComparisonPiece } from '#core/lineage/comparison.ts'
import type { Provision } from '#core/draft/provision.ts'
import { ownWordsIn } from '#core/draft/words-place.ts'
import { linesOf } from './decision-check.ts'

/** The words of an article as they are shown for pointing at, and as a quote is looked for. */
export function wordsOf(provision: Provision): string {
  return linesOf(provision).join('\n')
}

/** The article with what changed in it marked; plain when the comparison is of other words. */
export function markedWords(
  article: Provision,
  pieces: readonly ComparisonPiece[] | undefined,
): readonly ComparisonPiece[] {
  const words = wordsOf(article)
  const compared = (pieces ?? []).flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('')
  return pieces !== undefined && compared === words ? pieces : [{ kind: 'same', text: words }]
}

/** A stretch of an article's words, without the white space at its ends; `undefined` when nothing is left. */
export function stretchOf(
  article: Provision,
  from: number,
  to: number,
): { start: number; end: number; quote: string } | undefined {
  const words = wordsOf(article)
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(words.length, Math.max(from, to))]
  while (start < end && /\s/u.test(words.charAt(start))) start += 1
  while (end > start && /\s/u.test(words.charAt(end - 1))) end -= 1
  return start < end ? { start, end, quote: words.slice(start, end) } : undefined
}

/**
 * The smallest 款 项 目 that holds a whole stretch, else the article, and where its own words begin in the article's. A
 * 款 that is the only one is the article.
 */
export function placeOfStretch(
  article: Provision,
  start: number,
  end: number,
): { provision: Provision; begins: number } {
  const only = article.children.length === 1 ? article.children[0] : undefined
  const holding = ownWordsIn(article).filter(
    ({ provision, start: begins }) =>
      provision !== only && start >= begins && end <= begins + wordsOf(provision).length,
  )
  const { provision, start: begins } = holding.at(-1) ?? { provision: article, start: 0 }
  return { provision, begins }
}

/** So many newly written stretches are offered to point at with one press. */
const offered = 6

/**
 * What was newly written into an article, line by line and longest first: mostly the very words an opinion became.
 */
export function addedStretches(pieces: readonly ComparisonPiece[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = []
  let at = 0
  for (const { kind, text } of pieces) {
    if (kind === 'removed') continue
    if (kind === 'added')
      for (const line of text.matchAll(/[^\n]+/gu))
        stretches.push({ start: at + line.index, end: at + line.index + line[0].length })
    at += text.length
  }
  return stretches
    .filter(({ start, end }) => end - start > 2)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, offered)
}
