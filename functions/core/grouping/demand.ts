import { askedMeasures } from './asked-measures.ts'
import { askedFacility, askedWords, facilitiesDiffer } from './asked-words.ts'
import type { ChangeType } from '../opinion.ts'
import { stanceOf, stancesClash } from './stance.ts'

/** 32-bit numbers a demand takes: stance, two masks of numbers asked for, two words asked for, two asked not to be, a facility. */
export const demandLength = 8

/** What a text asks for, as far as it tells opposite opinions in nearly the same words apart. */
export function demandOf(text: string, changeType: ChangeType): Uint32Array {
  return Uint32Array.of(
    stanceOf(text, changeType),
    ...askedMeasures(text),
    ...askedWords(text),
    askedFacility(text),
  )
}

/**
 * Whether two demands cannot be answered alike: one for and one against, one wants more and one less, other numbers,
 * or one wants what the other wants not. `all` holds many demands; the first one begins at `at`.
 */
export function demandsClash(all: Uint32Array, at: number, other: Uint32Array): boolean {
  const [stance = 0, a = 0, b = 0, yes1 = 0, yes2 = 0, no1 = 0, no2 = 0, facility = 0] = other
  if (stancesClash(all[at] as number, stance)) return true
  if (facilitiesDiffer(all[at + 7] as number, facility)) return true
  const [heldA, heldB] = [all[at + 1] as number, all[at + 2] as number]
  if (heldA !== 0 && a !== 0 && ((heldA & a) === 0 || (heldB & b) === 0)) return true
  return (
    meet(all[at + 3] as number, all[at + 4] as number, no1, no2) ||
    meet(all[at + 5] as number, all[at + 6] as number, yes1, yes2)
  )
}

/** Whether one of the first two is one of the last two; 0 is nothing. */
function meet(a1: number, a2: number, b1: number, b2: number): boolean {
  return (a1 !== 0 && (a1 === b1 || a1 === b2)) || (a2 !== 0 && (a2 === b1 || a2 === b2))
}
