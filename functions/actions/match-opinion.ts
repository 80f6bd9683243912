import type { OpinionFilterFields } from '#contract/opinion-filter.ts'
import type { Decision } from '#core/decision.ts'
import type { LoggedOpinion } from '#core/log-entry.ts'
import { articleIdOf } from '#core/provision.ts'
import { articleNow, type Follower } from './follow-opinions.ts'

/** Whether an opinion is one of those asked for. `decision`: what stands on it, `undefined` when nothing does. */
export function matchesOpinion(
  logged: LoggedOpinion,
  filter: OpinionFilterFields,
  follower: Follower,
  decision: Decision | undefined,
): boolean {
  const { entry, text } = logged
  const { channel, contactPoint, changeType } = filter
  if (channel !== undefined && entry.channel !== channel) return false
  if (contactPoint !== undefined && entry.contactPointId !== contactPoint) return false
  if (changeType !== undefined && entry.changeType !== changeType) return false
  if (filter.undecided === true && decision?.outcome !== undefined) return false
  if (filter.flagged === true && text.flags.length === 0) return false
  return isAbout(logged, filter, follower)
}

function isAbout(
  { entry, text: { content } }: LoggedOpinion,
  { article, newest }: OpinionFilterFields,
  follower: Follower,
): boolean {
  if (article === undefined) return true
  if (newest === true)
    return (
      article ===
      articleNow(entry.provisionId, follower.follow(content.draftId, entry.provisionId, content.quote))
    )
  if (article === 'whole') return entry.provisionId === null
  if (entry.provisionId === null) return false
  return entry.provisionId === article || articleIdOf(entry.provisionId) === article
}
