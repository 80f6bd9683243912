import type { StoredOpinion } from '../engine/collector.ts'

type Content = StoredOpinion['content']

/** In one room the notice is read once for everybody; at each door and each call it is read again (R12). */
const readOnceFor: ReadonlySet<Content['channel']> = new Set(['forum', 'deputy', 'cppcc'])

/**
 * What the next opinion of a session starts with: kind of people, area, station and source of the one before. Never
 * what was said, never the article, never a group's headcount.
 */
export function stickyContext(before: Content | undefined): Partial<Content> {
  if (before === undefined) return {}
  const { category, area } = before.proponent
  return {
    channel: before.channel,
    ...(before.stationId !== undefined && { stationId: before.stationId }),
    ...(readOnceFor.has(before.channel) && { noticeVersion: before.noticeVersion }),
    proponent: {
      kind: 'person',
      headcount: 1,
      ...(category !== undefined && { category }),
      ...(area !== undefined && { area }),
    },
  }
}
