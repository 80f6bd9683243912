import { findWords } from '../text/find-words.ts'
import type { Provision } from './provision.ts'

/**
 * Where quoted words stand in a text, in UTF-16 units as JavaScript counts: at `start` when they stand exactly there,
 * else where they stand first, spaces and line ends aside. `undefined` when they are nowhere.
 */
export function placeOfWords(
  text: string,
  quote: string,
  start?: number,
): { start: number; end: number } | undefined {
  if (start !== undefined && quote !== '' && text.startsWith(quote, start))
    return { start, end: start + quote.length }
  const words = findWords(text, quote)
  if (words === undefined) return undefined
  const first = text.indexOf(words)
  return { start: first, end: first + words.length }
}

/** What stands before and behind quoted words on the lines they stand on; `undefined` when they are nowhere. */
export function linesAround(
  text: string,
  quote: string,
  start?: number,
): { before: string; after: string } | undefined {
  const place = quote === '' ? undefined : placeOfWords(text, quote, start)
  if (place === undefined) return undefined
  const lineEnd = text.indexOf('\n', place.end)
  return {
    before: text.slice(text.lastIndexOf('\n', place.start - 1) + 1, place.start),
    after: text.slice(place.end, lineEnd < 0 ? undefined : lineEnd),
  }
}

/** Where a provision's own words (label, heading, text) stand in `provisionWords` of the one that holds it. */
export interface OwnWords {
  provision: Provision
  /** Where its words begin, its label first. */
  start: number
  /** Where its `text` begins and ends. */
  textStart: number
  textEnd: number
}

/**
 * The places of all that a provision holds, itself first, in the text `provisionWords` makes of it. Written without
 * `provision.ts`, whose schema a browser that only points at words need not load.
 */
export function ownWordsIn(provision: Provision): OwnWords[] {
  let at = 0
  return provisionAndBelow(provision).map((held) => {
    const start = at === 0 ? 0 : at + 1
    const { label, heading = '', text } = held
    if (held.kind === 'article') return { provision: held, start, textStart: start, textEnd: start }
    const textStart = start + label.length + heading.length
    const textEnd = textStart + text.length
    if (textEnd > start) at = textEnd
    return { provision: held, start, textStart, textEnd }
  })
}

/** Where words of a 款 项 目 stand in the words of the article that holds it; `undefined` when they do not. */
export function placeInArticle(
  article: Provision,
  { provisionId, quote, start }: { provisionId: string; quote: string; start?: number | undefined },
): { start: number; end: number } | undefined {
  const held = ownWordsIn(article).find(({ provision }) => provision.id === provisionId)
  const words = held && provisionAndBelow(held.provision).map(ownLine)
  const place = words && placeOfWords(words.filter((line) => line !== '').join('\n'), quote, start)
  return place && { start: held.start + place.start, end: held.start + place.end }
}

function provisionAndBelow(provision: Provision): Provision[] {
  return [provision, ...provision.children.flatMap(provisionAndBelow)]
}

function ownLine({ kind, label, heading = '', text }: Provision): string {
  return kind === 'article' ? '' : label + heading + text
}
