/** The longest sentence of a cause. As core has it, kept here without its validator; a test compares them. */
export const maxSentenceChars = 300

/** What a cause still lacks before it can be stored; named after the words that say so. */
export type CauseGap = 'needKind' | 'needSentence' | 'needDecision'

/** `opinions`: how many decisions are named with it. */
export function causeGap(kind: string, sentence: string, opinions: number): CauseGap | undefined {
  if (kind === '') return 'needKind'
  if (kind === 'opinions' && opinions === 0) return 'needDecision'
  return sentence.trim() === '' ? 'needSentence' : undefined
}
