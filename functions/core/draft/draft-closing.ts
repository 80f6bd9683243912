import {
  attestedLength,
  endsSentence,
  farRight,
  isAttestation,
  isClosingLine,
  isDated,
  mayBeClosing,
  wordsBehindNames,
} from './closing-lines.ts'
import type { AnnexHeading } from './draft-headings.ts'
import { closeUp } from './draft-lines.ts'
import type { MarkedDraft, MarkedLine } from './draft-marks.ts'
import type { DraftProblem } from './draft-problem.ts'

/** No signature block without an attestation has more lines. */
const maxLines = 12

/** What stands behind the last article, or behind a list of annexes, up to the next annex or the end. */
interface Tail {
  inArticle: boolean
  /** The words that the article or annex must keep. */
  above: string
  /** The lines behind these. */
  lines: MarkedLine[]
}

/**
 * Marks the lines that end a text without belonging to its last article: who signed and when, 「（此件公开发布）」, the
 * attestation of a treaty. They stand at the end or before an annex and are known by what cannot be words of an
 * article: a date alone on its line, an organ alone behind a finished sentence, lines set far to the right; short
 * lines beside these go with them.
 */
export function markClosings(draft: MarkedDraft): MarkedDraft {
  const closing = new Set(tailsOf(draft.lines).flatMap(closingOf))
  if (closing.size === 0) return draft
  const lines: MarkedLine[] = []
  for (const line of draft.lines) {
    const isBehind = line.is.mark === 'text' && line.text !== '' && lines.at(-1)?.is.mark === 'closing'
    if (closing.has(line)) lines.push({ ...line, is: { mark: 'closing' } })
    else if (isBehind) lines.push({ ...line, is: protocol(line.text) })
    else lines.push(line)
  }
  return { ...draft, lines }
}

/** A 议定书 behind the signatures is an annex that prints its name alone. */
function protocol(name: string): AnnexHeading {
  return { mark: 'annex', number: null, label: '', heading: closeUp(name) }
}

/** What looks like a closing and is not placed as one stays words of the last article, and is named. */
export function checkClosings({ lines, english }: MarkedDraft): DraftProblem[] {
  const doubted = tailsOf(lines).flatMap((tail) => {
    if (!tail.inArticle) return []
    const last = tail.lines.at(-1)
    const trails = last !== undefined && !english && mayBeClosing(last) && endsSentence(wordsAbove(tail, -1))
    return tail.lines.filter((line) => isDated(line) || isAttestation(line) || (trails && line === last))
  })
  const behind = wordsBehindNames(lines.filter(({ is }) => is.mark === 'closing'))
  return [...doubted, ...(behind ? [behind] : [])].map(({ line }) => ({
    line,
    code: 'closing-doubted',
    facts: {},
  }))
}

function tailsOf(lines: readonly MarkedLine[]): Tail[] {
  const tails: Tail[] = []
  let from = 0
  for (let to = 1; to <= lines.length; to += 1) {
    const mark = lines[to]?.is.mark
    if (mark === 'text') continue
    if (mark === undefined || mark === 'annex' || mark === 'closing')
      tails.push(...tailOf(lines.slice(from, to)))
    from = to
  }
  return tails
}

/** `undefined` where the first line opens neither an article nor an annex. */
function tailOf([opening, ...lines]: readonly MarkedLine[]): Tail[] {
  const is = opening?.is
  if (is?.mark !== 'article' && is?.mark !== 'annex') return []
  const inArticle = is.mark === 'article'
  const own = is.mark === 'article' ? is.rest : is.heading
  const held = lines.filter(({ text }) => text !== '')
  if (own !== '') return [{ inArticle, above: own, lines: held }]
  return [{ inArticle, above: held[0]?.text ?? '', lines: held.slice(1) }]
}

/** The words before a line of a tail; `at` counts from the end when negative. */
function wordsAbove({ above, lines }: Tail, at: number): string {
  const place = at < 0 ? lines.length + at : at
  return lines[place - 1]?.text ?? above
}

function closingOf(tail: Tail): MarkedLine[] {
  const { inArticle, lines } = tail
  const attested = inArticle ? lines.findIndex(isAttestation) : -1
  if (attested >= 0) return lines.slice(attested, attested + attestedLength(lines.slice(attested)))
  const fits = (line: MarkedLine) => isClosingLine(line) || (inArticle && mayBeClosing(line))
  let from = Math.max(lines.findLastIndex((line) => !fits(line)) + 1, lines.length - maxLines)
  const behindSentence = endsSentence(wordsAbove(tail, from))
  if (!behindSentence) while (from < lines.length && !isClosingLine(lines[from] as MarkedLine)) from += 1
  const found = lines.slice(from)
  const certain = found.some((line) => isDated(line) || (inArticle && line.indent >= farRight))
  return certain || (inArticle && behindSentence && found.every(isClosingLine)) ? found : []
}
