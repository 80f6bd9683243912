import type { DecisionGap, ResultingWords } from './decision.ts'
import { outcomesWithWords } from './outcome.ts'
import { type DecisionStanding, outcomeOf } from './decision-standing.ts'
import type { LogFacts } from '../log/log-facts.ts'

/** Something that keeps the opinion at a place of the log from being answered. */
export interface StandingGap {
  place: number
  gap: DecisionGap
}

/**
 * What keeps current opinions of a log from being answered (R3, R4, R5), in its order: the same as `decisionGaps` of each
 * one's decision. `isThere`: whether words stand in a later draft; each place decisions point at is asked once.
 */
export function standingGaps(
  facts: LogFacts,
  standing: DecisionStanding,
  isThere: (words: ResultingWords) => boolean,
): { count: number; first: (most: number) => StandingGap[] } {
  const there = new Map<number, boolean>([[0, true]])
  const isWritten = (code: number) => {
    const known = there.get(code) ?? isThere(standing.wordsOf(code))
    there.set(code, known)
    return known
  }
  function* all(): Generator<StandingGap> {
    const superseded = facts.superseded()
    for (let place = 0; place < facts.size; place += 1)
      if (superseded[place] === 0) for (const gap of gapsAt(standing, place, isWritten)) yield { place, gap }
  }
  const count = all().reduce((sum) => sum + 1, 0)
  return { count, first: (most) => [...all().take(most)] }
}

const none: DecisionGap[] = []

function gapsAt(
  standing: DecisionStanding,
  place: number,
  isWritten: (code: number) => boolean,
): DecisionGap[] {
  const outcome = outcomeOf(standing.outcomes[place] as number)
  if (outcome === undefined) return ['no-outcome']
  const [isReasoned, code] = [standing.reasoned[place] === 1, standing.pointed[place] as number]
  const needsWords = code === 0 && outcomesWithWords.includes(outcome)
  if (isReasoned && !needsWords && isWritten(code)) return none
  return [
    ...(isReasoned ? none : ['no-reason' as const]),
    ...(needsWords ? ['no-resulting-words' as const] : none),
    ...(isWritten(code) ? none : ['words-not-in-draft' as const]),
  ]
}
