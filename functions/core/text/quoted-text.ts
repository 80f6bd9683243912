/** A clause with what it quotes taken out. */
export interface QuotedClause {
  /** The clause's own words; each quotation is `⟦n⟧`, n being its place in `quotes`. */
  frame: string
  /** Quoted words, one line each, without the outer marks. */
  quotes: string[][]
}

/**
 * Takes the quotations out of a clause. A quotation of several lines opens anew on each and closes once, as Chinese
 * decisions print it: 「“第一款。⏎“第二款。”」. Marks inside a line nest. What never closes is quoted to the end.
 */
export function takeQuotes(text: string): QuotedClause {
  const quotes: string[][] = []
  let frame = ''
  let quote = ''
  let depth = 0
  let lineStart = true
  const close = () => {
    quotes.push(quote.split('\n'))
    frame += `⟦${quotes.length - 1}⟧`
    quote = ''
  }
  for (const char of text.replaceAll(/[⟦⟧]/g, '')) {
    const opens = char === '“'
    if (depth === 0) {
      if (opens) depth = 1
      else frame += char
    } else if (opens && lineStart) {
      // The mark only says that the quotation goes on.
    } else if (char === '”' && depth === 1) {
      depth = 0
      close()
    } else {
      if (opens) depth += 1
      if (char === '”') depth -= 1
      quote += char
    }
    lineStart = char === '\n' || (lineStart && char.trim() === '')
  }
  if (depth > 0) close()
  return { frame, quotes }
}
