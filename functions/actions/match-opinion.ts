import type { OpinionFilterFields } from '#contract/opinion-filter.ts'
import type { Decision } from '#core/decision.ts'
import type { LoggedOpinion } from '#core/log-entry.ts'
import { articleIdOf } from '#core/provision.ts'
import { holdsWords, searchedWords } from '#core/search-words.ts'
import { calendarDate } from '#core/time.ts'
import { articleNow, type Follower } from './follow-opinions.ts'

/**
 * Whether an opinion is one of those asked for, from its words: what the selection by facts must agree with.
 * `decision`: what stands on it, `undefined` when nothing does.
 */
export function matchesOpinion(
  logged: LoggedOpinion,
  filter: OpinionFilterFields,
  follower: Follower,
  decision: Decision | undefined,
  utcOffsetMinutes: number,
): boolean {
  const { text } = logged
  if (!isFrom(logged, filter, utcOffsetMinutes)) return false
  if (filter.outcome !== undefined && decision?.outcome !== filter.outcome) return false
  if (filter.q !== undefined && filter.q !== '' && !holdsWords(searchedWords(filter.q), text.content))
    return false
  if (filter.undecided === true && decision?.outcome !== undefined) return false
  if (filter.flagged === true && text.flags.length === 0) return false
  return isAbout(logged, filter, follower)
}

/** By whom, on what way and when. */
function isFrom(
  { entry, text }: LoggedOpinion,
  { channel, contactPoint, changeType, category, area, from, to }: OpinionFilterFields,
  utcOffsetMinutes: number,
): boolean {
  const { proponent } = text.content
  const day = calendarDate(entry.receivedAt, utcOffsetMinutes)
  const is = (asked: string | undefined, held: string | undefined, nothing?: string) =>
    asked === undefined || asked === ((held ?? '') === '' ? nothing : held)
  return (
    is(channel, entry.channel) &&
    is(contactPoint, entry.contactPointId, 'direct') &&
    is(changeType, entry.changeType) &&
    is(category, proponent.category, 'none') &&
    is(area, proponent.area, 'none') &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to)
  )
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
