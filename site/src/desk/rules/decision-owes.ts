import type { Decision, DecisionGap } from '#core/deciding/decision.ts'
import { pointingOutcomes } from './decision-check.ts'

/** What a stored decision still owes before the bulletin (R4, R5), as far as it shows without the later draft's text. */
export function decisionOwes(
  decision: Pick<Decision, 'outcome' | 'reason' | 'resulting'> | undefined,
): DecisionGap[] {
  const outcome = decision?.outcome
  if (outcome === undefined) return []
  const owed: DecisionGap[] = []
  if ((decision?.reason ?? '').trim() === '') owed.push('no-reason')
  if (pointingOutcomes.includes(outcome) && !decision?.resulting) owed.push('no-resulting-words')
  return owed
}
