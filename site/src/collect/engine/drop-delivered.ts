import { wordsKeptDays, type StoredOpinion } from './collector.ts'
import type { AttachmentOnDevice } from './on-device.ts'
import type { Records } from './records.ts'
import { piecesOf, type Shelf } from './shelf.ts'

const dayMs = 86_400_000

/**
 * Lets go of what the device need not hold any longer (PIPL art. 19): photos as soon as the portal has every piece,
 * words and people some time after delivery. Receipt, article, session and times stay (OFFLINE row 4). `nowMs` is the
 * right time: without the portal's word on it nothing is counted.
 */
export async function dropDelivered(records: Records, shelf: Shelf, nowMs: number): Promise<void> {
  for (const { id, sent, of, dropped } of records.list<AttachmentOnDevice>('attachment')) {
    if (dropped || sent.length < of) continue
    await shelf.delete('pieces', piecesOf(id))
    await records.change<AttachmentOnDevice>(id, (now) => ({ ...now, dropped: true }))
  }
  for (const opinion of records.list<StoredOpinion>('opinion'))
    if (isOver(opinion, nowMs))
      await records.change<StoredOpinion>(opinion.id, (now) => (isOver(now, nowMs) ? bare(now) : undefined))
}

function isOver({ delivery, wordsDropped }: StoredOpinion, nowMs: number): boolean {
  if (delivery.state !== 'delivered' || wordsDropped) return false
  return nowMs - Date.parse(delivery.at) >= wordsKeptDays * dayMs
}

/** The record without what was said and who said it. */
function bare(opinion: StoredOpinion): StoredOpinion {
  const { consultationId, draftId, provisionId, channel, sessionId, stationId } = opinion.content
  const { collectedAt, noticeVersion, supersedes } = opinion.content
  const content: StoredOpinion['content'] = {
    consultationId,
    draftId,
    provisionId,
    changeType: 'general',
    verbatim: '',
    proponent: { kind: 'person', headcount: 1 },
    channel,
    ...(sessionId && { sessionId }),
    ...(stationId && { stationId }),
    ...(supersedes && { supersedes }),
    collectedAt,
    noticeVersion,
  }
  return { ...opinion, content, wordsDropped: true }
}
