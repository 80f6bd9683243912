import type { OpinionContent } from '../opinion.ts'

/** What a search looks for: every one of these, in any letter case. */
export interface SearchedWords {
  terms: readonly string[]
  /** Bytes that must stand in the JSON of a text that holds all terms; cheap to look for before anything is read. */
  needles: readonly Buffer[]
  /** An opinion asked for by the number people call it by, 第 77 号 or No. 77, as its place in the log: that one and no other. */
  place?: number
}

/** 第 of its own, so that a house or a route (24 号楼, 12 号线) stays a word. */
const asNumber = /^(?:第\s*(?<zh>\d{1,9})\s*号|no\.\s*(?<en>\d{1,9}))$/iu

/** Reads what a person typed: words apart must all be there. */
export function searchedWords(typed: string): SearchedWords {
  const named = asNumber.exec(typed.normalize('NFKC').trim())?.groups
  const number = named?.['zh'] ?? named?.['en']
  if (number !== undefined) return { terms: [], needles: [], place: Number(number) - 1 }
  const terms = typed
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((term) => term !== '')
  // Letters with two cases cannot be looked for as bytes; what stands between them can.
  const caseless = (term: string) => {
    const runs = [...term].map((sign) => (sign.toUpperCase() === sign ? sign : '\u0000'))
    const [longest = ''] = runs
      .join('')
      .split('\u0000')
      .toSorted((a, b) => b.length - a.length)
    return longest
  }
  const needles = terms
    .map(caseless)
    .filter((run) => run !== '')
    .map((run) => Buffer.from(JSON.stringify(run).slice(1, -1)))
  return { terms, needles }
}

/** Whether bytes of texts may hold all that is sought. */
export function mayHoldWords({ needles }: SearchedWords, textBytes: Uint8Array): boolean {
  const bytes = Buffer.from(textBytes.buffer, textBytes.byteOffset, textBytes.byteLength)
  return needles.every((needle) => bytes.includes(needle))
}

/** Whether an opinion is one that was looked for: the one of that number, or one that holds the words. */
export function isSought(words: SearchedWords, opinion: { n: number; content: OpinionContent }): boolean {
  return words.place === undefined ? holdsWords(words, opinion.content) : words.place === opinion.n
}

/** Whether 原话, 法言法语, 拟改文字 and 理由 together hold every term. */
function holdsWords({ terms }: SearchedWords, content: OpinionContent): boolean {
  const texts = [content.verbatim, content.drafted, content.proposedText, content.reason]
  const whole = texts
    .filter((text) => text !== undefined)
    .join('\n')
    .normalize('NFC')
    .toLowerCase()
  return terms.every((term) => whole.includes(term))
}
