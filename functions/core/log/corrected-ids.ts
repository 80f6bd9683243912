import type { OpinionId } from '../ids.ts'

const none: readonly OpinionId[] = []

/**
 * Which opinions an entry takes the place of: the one it corrects, and versions of it that were made at the same time
 * and are put together in it. Never itself.
 */
export function correctedIds(entry: {
  id: OpinionId
  supersedes?: OpinionId | undefined
  joins?: readonly OpinionId[] | undefined
}): readonly OpinionId[] {
  const { id, supersedes, joins } = entry
  if (supersedes === undefined || supersedes === id) return none
  return joins === undefined ? [supersedes] : [supersedes, ...joins.filter((joined) => joined !== id)]
}
