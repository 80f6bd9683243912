/** A provision's words around the marked ones, for a slip: `cut` tells that words were left out on that side. */
export interface MarkedWords {
  before: string
  mark: string
  after: string
  cutBefore: boolean
  cutAfter: boolean
}

const mostAround = 90

/** Shows as much of the provision as a slip has room for; marked words that stand nowhere in it stand by themselves. */
export function markedWords(text: string, quote: string, start: number): MarkedWords {
  if (start < 0 || text.slice(start, start + quote.length) !== quote)
    return { before: '', mark: quote, after: '', cutBefore: false, cutAfter: false }
  const before = text.slice(0, start)
  const after = text.slice(start + quote.length)
  return {
    before: Array.from(before).slice(-mostAround).join(''),
    mark: quote,
    after: Array.from(after).slice(0, mostAround).join(''),
    cutBefore: Array.from(before).length > mostAround,
    cutAfter: Array.from(after).length > mostAround,
  }
}
