import type { FeedbackSlips } from '#contract/feedback-api.ts'

/**
 * The slips of one occasion out of an answer that was asked for all of them (`''`: all); `undefined` when it does not
 * hold every one, so that they have to be asked for.
 */
export function slipsOfOccasion(all: FeedbackSlips, occasion: string): FeedbackSlips | undefined {
  if (occasion === '') return all
  const groups = all.groups.map((group) => (group.key === occasion ? group : { ...group, slips: [] }))
  const chosen = all.groups.find(({ key }) => key === occasion)
  if (chosen === undefined || chosen.slips.length < chosen.answered) return undefined
  const count = chosen.slips.length
  return { ...all, groups, part: { from: Math.min(count, 1), shown: count, of: count, cursor: null } }
}
