import type { OwedCauses } from '#contract/lineage-api.ts'
import type { Trouble } from '../api/trouble.ts'

/** What the drafts still owe that could not be released (R6); empty for any other refusal. */
export function owedIn(trouble: Trouble | undefined): OwedCauses[] {
  const problem = trouble?.problem
  if (problem?.code !== 'causes-missing') return []
  const { owed } = problem.facts
  return Array.isArray(owed) ? (owed as OwedCauses[]) : []
}
