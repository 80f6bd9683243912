import type { Passage } from './find-in-draft.ts'
import { walkProvisions, type Provision } from './provision.ts'

/** The passages of a draft, in reading order: `label`, `heading` and `text` of every provision that has any. */
export function passagesOf(provisions: readonly Provision[]): Passage[] {
  const passages: Passage[] = []
  for (const { id, label, heading, text } of walkProvisions(provisions)) {
    const words = label + (heading ?? '') + text
    if (words !== '') passages.push({ id, words })
  }
  return passages
}
