import type { Outcome } from '#core/deciding/outcome.ts'

const shaping: readonly Outcome[] = ['adopted', 'partlyAdopted', 'adoptedInSubstance']

/** Whether an opinion has left its mark on the law: only then may its slip say so. */
export function hasShaped(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && shaping.includes(outcome)
}
