import type { CollectingSession } from '#core/collecting/collecting-session.ts'
import { localDay } from './local-time.ts'

/** A pile of paper as a collecting session: nothing in it is anybody's opinion, so the tab may remember it. */
export function newPile(consultationId: string, id: string, now: string, offset: number): CollectingSession {
  return {
    id: id as CollectingSession['id'],
    consultationId: consultationId as CollectingSession['consultationId'],
    channel: 'forum',
    place: '',
    heldOn: localDay(now, offset) as CollectingSession['heldOn'],
    headcount: 0,
    attachments: [],
  }
}

/** As it is sent: an empty station is none. */
export function pileOf({ stationId, ...pile }: CollectingSession): CollectingSession {
  return { ...pile, place: pile.place.trim(), ...(stationId && { stationId }) }
}

/** Ways in which paper comes back. */
export const paperChannels = [
  'forum',
  'visit',
  'letterbox',
  'letter',
  'survey',
  'hotline',
  'deputy',
  'cppcc',
  'suggestionOffice',
] as const
