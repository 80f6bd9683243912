import { foldText, type FoldedText } from '../text/folded-text.ts'
import { rankLike } from '../text/rank-like.ts'

/** Words that are searched as one: those of one 款, 项, 目, heading or label. `id` is the provision's anchor. */
export interface Passage {
  id: string
  words: string
}

/** Where words were found: [`start`, `end`) of the passage's words, UTF-16 units. */
export interface Hit {
  id: string
  /** Place of the passage in reading order. */
  passage: number
  start: number
  end: number
  /** The words stand there as asked for; otherwise it is what comes nearest. */
  isExact: boolean
}

/** A draft made ready to be searched; both lists have the same order. */
export interface FindIndex {
  passages: readonly Passage[]
  folded: readonly FoldedText[]
}

/** A longer question is cut: no passage of a statute is sought with more. */
const maxQueryChars = 200

/** Hits that are only like what was asked for: enough to look through. */
const maxLike = 10

/** Makes passages ready for `findInDraft`. Linear in their length; holds each text once more, folded. */
export function indexDraft(passages: readonly Passage[]): FindIndex {
  return { passages, folded: passages.map(({ words }) => foldText(words)) }
}

/**
 * Finds words in a draft. Wherever they stand as asked for — width, case, blanks and punctuation aside — every place
 * is answered, in reading order. Only when they stand nowhere, the places that come nearest are, best first, so that
 * a wrong character or another order of words still finds. An empty question finds nothing.
 */
export function findInDraft(index: FindIndex, query: string): Hit[] {
  const asked = query.slice(0, maxQueryChars)
  const wanted = foldText(asked).folded
  if (wanted === '') return []
  const exact = exactHits(index, wanted)
  return exact.length > 0 ? exact : likeHits(index, asked)
}

function exactHits({ passages, folded }: FindIndex, wanted: string): Hit[] {
  const hits: Hit[] = []
  for (const [passage, text] of folded.entries()) {
    let at = text.folded.indexOf(wanted)
    while (at >= 0) {
      hits.push(hitAt(passages, folded, passage, { from: at, to: at + wanted.length }, true))
      at = text.folded.indexOf(wanted, at + wanted.length)
    }
  }
  return hits
}

/** Pairs of characters are taken inside each word of the question, never across a blank. */
function likeHits({ passages, folded }: FindIndex, asked: string): Hit[] {
  const terms = asked.split(/\s+/u).map((term) => foldText(term).folded)
  const texts = folded.map(({ folded: text }) => text)
  return rankLike(texts, terms)
    .slice(0, maxLike)
    .map(({ text, from, to }) => hitAt(passages, folded, text, { from, to }, false))
}

function hitAt(
  passages: readonly Passage[],
  folded: readonly FoldedText[],
  passage: number,
  { from, to }: { from: number; to: number },
  isExact: boolean,
): Hit {
  const { id = '', words = '' } = passages[passage] ?? {}
  const origin = folded[passage]?.origin
  const start = origin?.[from] ?? 0
  const last = origin?.[to - 1] ?? start
  return { id, passage, start, end: last + ((words.codePointAt(last) ?? 0) > 0xffff ? 2 : 1), isExact }
}
