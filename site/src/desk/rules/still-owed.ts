import type { OfficeCauses, OwedCauses } from '#contract/lineage-api.ts'
import { causeOf, subjectKey } from './lineage-rows.ts'

/**
 * What of a list of articles that owe a cause they still owe, as causes stand now: those nobody has named one for, and
 * every one a correction of the lineage asks to look over again, whether it was in the list or not.
 */
export function stillOwed(listed: OwedCauses['missing'], held: OfficeCauses): OfficeCauses['missing'] {
  const again = held.missing.filter((owed) => owed.again)
  const keys = new Set(again.map(subjectKey))
  const open = listed.filter(
    (subject) => !keys.has(subjectKey(subject)) && causeOf(held.causes, subject) === undefined,
  )
  return [...again, ...open.map(({ side, provisionId }) => ({ side, provisionId, again: false }))]
}
