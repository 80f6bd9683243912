import type { DraftLine } from './draft-lines.ts'
import type { DraftProblem } from './draft-problem.ts'
import { walkProvisions, type Provision } from './provision.ts'

/** Widths and blanks aside, so that a normalised mark, （一） for (一), counts as kept. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

/**
 * Proves that every character of the body stands in exactly one provision, in order: what was read is written down
 * again from the tree and compared. A difference is our bug, named at the line where it begins.
 */
export function checkCustody(body: readonly DraftLine[], provisions: readonly Provision[]): DraftProblem[] {
  const pieces: string[] = []
  for (const { label, heading, text } of walkProvisions(provisions)) pieces.push(label, heading ?? '', text)
  const kept = pieces.map(bare).join('')
  let at = 0
  for (const { line, text } of body) {
    const words = bare(text)
    if (!kept.startsWith(words, at)) return [lost(line, at)]
    at += words.length
  }
  return at === kept.length ? [] : [lost(body.at(-1)?.line ?? 1, at)]
}

function lost(line: number, at: number): DraftProblem {
  return { line, code: 'lost-characters', facts: { at } }
}
