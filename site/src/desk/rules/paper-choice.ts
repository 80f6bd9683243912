import { boxesOf, type PaperChoices } from '../../paper/paper-task.ts'

/** What is kept of a person's choices at the paper screen; nothing of it is secret. */
export interface PaperChoice {
  what: 'usual' | 'large' | 'slips'
  language: 'zh' | 'en'
  byHand: boolean
  copies: string
  asked: string[] | undefined
}

/** A browser lays out a few hundred pages at once; more is printed in several runs. */
export const mostCopies = 100

/** `undefined` when it is no number one can print. */
export function readCopies(text: string): number | undefined {
  const folded = text.normalize('NFKC').trim()
  const copies = /^\d{1,4}$/.test(folded) ? Number(folded) : 0
  return copies >= 1 && copies <= mostCopies ? copies : undefined
}

/** What the paper needs to know; an unreadable number prints one. */
export function paperChoices(choice: PaperChoice, asked: readonly string[]): PaperChoices {
  return {
    kind: choice.what === 'slips' ? 'slips' : 'form',
    large: choice.what === 'large',
    codes: choice.byHand ? 'byHand' : 'printed',
    asked: asked as PaperChoices['asked'],
    copies: readCopies(choice.copies) ?? 1,
  }
}

/** How many receipt codes a run makes. */
export function codesInRun(choices: PaperChoices): number {
  const byHand = choices.kind === 'form' && choices.codes === 'byHand'
  return byHand ? 0 : choices.copies * boxesOf(choices)
}
