import type { DraftText } from '../bill.ts'
import type { Decision, DecisionGap, ResultingWords } from './decision.ts'
import { outcomesWithWords } from './outcome.ts'
import { findWords } from '../text/find-words.ts'
import { type Provision, provisionWords, walkProvisions } from '../draft/provision.ts'

/** Why words that an opinion is said to have become cannot be shown (R5). */
export type ResultingProblem = 'not-a-later-draft' | 'unknown-provision' | 'words-not-in-provision'

/** The place resulting words point at, with the words exactly as the draft has them (`''`: the provision as a whole). */
export interface LocatedWords {
  provision: Provision
  quote: string
  /** Where they begin in `provisionWords(provision)`, only when the pointing said so. */
  start?: number
}

/**
 * Looks resulting words up in the later drafts of the bill. A place that is named must hold exactly these words: a
 * draft never changes (R8), so words that are not there were never pointed at.
 */
export function locateWords(
  resulting: ResultingWords,
  laterDrafts: readonly DraftText[],
): LocatedWords | ResultingProblem {
  const draft = laterDrafts.find(({ id }) => id === resulting.draftId)
  if (draft === undefined) return 'not-a-later-draft'
  const provision = walkProvisions(draft.provisions).find(({ id }) => id === resulting.provisionId)
  if (provision === undefined) return 'unknown-provision'
  if (resulting.quote === undefined || resulting.quote === '') return { provision, quote: '' }
  const words = provisionWords(provision)
  if (resulting.start !== undefined) {
    const { quote, start } = resulting
    return words.startsWith(quote, start) ? { provision, quote, start } : 'words-not-in-provision'
  }
  const quote = findWords(words, resulting.quote)
  return quote === undefined ? 'words-not-in-provision' : { provision, quote }
}

/** What keeps one opinion's decision from being published: R3 an outcome, R4 a reason, R5 words that are really there. */
export function decisionGaps(
  decision: Pick<Decision, 'outcome' | 'reason' | 'resulting'> | undefined,
  laterDrafts: readonly DraftText[],
): DecisionGap[] {
  if (decision?.outcome === undefined) return ['no-outcome']
  const gaps: DecisionGap[] = []
  if ((decision.reason ?? '').trim() === '') gaps.push('no-reason')
  if (decision.resulting === undefined) {
    if (outcomesWithWords.includes(decision.outcome)) gaps.push('no-resulting-words')
  } else if (typeof locateWords(decision.resulting, laterDrafts) === 'string') gaps.push('words-not-in-draft')
  return gaps
}
