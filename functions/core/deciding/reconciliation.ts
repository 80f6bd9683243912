import { outcomes, type Outcome } from './outcome.ts'

/** received = Σ outcomes (R3), always shown as a table; `undecided` is 0 in a published bulletin. */
export interface Reconciliation {
  received: number
  undecided: number
  byOutcome: Record<Outcome, number>
}

/** Counts one outcome per current opinion; `undefined` where none was decided. */
export function reconcile(decided: Iterable<Outcome | undefined>): Reconciliation {
  const byOutcome = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  let received = 0
  let undecided = 0
  for (const outcome of decided) {
    received += 1
    if (outcome === undefined) undecided += 1
    else byOutcome[outcome] += 1
  }
  return { received, undecided, byOutcome }
}
