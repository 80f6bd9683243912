/** A stretch of an article's words, in UTF-16 units of them. */
export interface Stretch {
  start: number
  end: number
}

/** A clause as people read them: up to and with its ，。；：！？, or to the end of its line. */
const clause = /[^，。；：！？、,;:\n]+[，。；：！？、,;:]*|[，。；：！？、,;:]+/gu

/** The clauses of an article's words, in order; line ends belong to none. */
export function clausesOf(words: string): Stretch[] {
  return [...words.matchAll(clause)]
    .map(({ index, 0: said }) => ({ start: index, end: index + said.length }))
    .filter(({ start, end }) => words.slice(start, end).trim() !== '')
}

/** What somebody without a mouse does with what is chosen. */
export type ClauseStep = 'next' | 'previous' | 'more' | 'less'

/**
 * The clauses chosen after one step: the next or the previous one, or one more or one less at the end. Nothing chosen
 * yet: the first. `undefined` when the step leads nowhere.
 */
export function stepClauses(
  words: string,
  chosen: Stretch | undefined,
  step: ClauseStep,
): Stretch | undefined {
  const clauses = clausesOf(words)
  if (!chosen) return clauses[0]
  const first = clauses.findIndex(({ end }) => end > chosen.start)
  const last = clauses.findLastIndex(({ start }) => start < chosen.end)
  const [begin, finish] = [clauses[first], clauses[last]]
  if (!begin || !finish) return clauses[0]
  if (step === 'next') return clauses[last + 1]
  if (step === 'previous') return clauses[first - 1]
  const end = step === 'more' ? clauses[last + 1]?.end : last > first ? clauses[last - 1]?.end : undefined
  return end === undefined ? undefined : { start: begin.start, end }
}
