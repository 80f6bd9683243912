import type { OpinionFilterFields } from '#contract/opinion-filter.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import { isSought, searchedWords } from '#core/text/search-words.ts'
import { calendarDate } from '#core/time.ts'
import { articleNow, type Follower } from '../lineage/follow-opinions.ts'

/** A filter, and what `mine` of it means: the articles assigned to whoever asks. */
export type OpinionMatch = OpinionFilterFields & { articles?: ReadonlySet<string> | undefined }

/**
 * Whether an opinion is one of those asked for, from its words: what the selection by facts must agree with.
 * `decision`: what stands on it, `undefined` when nothing does.
 */
export function matchesOpinion(
  logged: LoggedOpinion,
  filter: OpinionMatch,
  follower: Follower,
  decision: Decision | undefined,
  utcOffsetMinutes: number,
): boolean {
  const { n, text } = logged
  if (!isFrom(logged, filter, utcOffsetMinutes)) return false
  if (filter.outcome !== undefined && decision?.outcome !== filter.outcome) return false
  const sought = { n, content: text.content }
  if (filter.q !== undefined && filter.q !== '' && !isSought(searchedWords(filter.q), sought)) return false
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
  { article, articles, newest }: OpinionMatch,
  follower: Follower,
): boolean {
  if (article === undefined && articles === undefined) return true
  const { provisionId } = entry
  const followed = () => articleNow(provisionId, follower.follow(content.draftId, provisionId, content.quote))
  const written = provisionId === null ? 'whole' : articleIdOf(provisionId)
  const listed: string = newest === true ? followed() : written
  if (articles?.has(listed) === false) return false
  return article === undefined || article === listed || (newest !== true && article === provisionId)
}
