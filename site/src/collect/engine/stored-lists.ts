import type { Collector, StoredOpinion, StoredSession } from './collector.ts'
import { withAttachments, type AttachmentOnDevice, type SessionOnDevice } from './on-device.ts'
import type { Records } from './records.ts'

type OpinionFilter = Parameters<Collector['opinions']>[0]

/** A member's opinions, the newest first. */
export function storedOpinions(records: Records, filter: OpinionFilter): StoredOpinion[] {
  const { consultationId, sessionId, delivery } = filter
  return records
    .list<StoredOpinion>('opinion')
    .filter(
      (one) =>
        (consultationId === undefined || one.content.consultationId === consultationId) &&
        (sessionId === undefined || one.content.sessionId === sessionId) &&
        (delivery === undefined || one.delivery.state === delivery),
    )
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}

/** A member's sessions on one consultation, the latest first, with what belongs to each. */
export function storedSessions(records: Records, consultationId: string): StoredSession[] {
  const attachments = records.list<AttachmentOnDevice>('attachment')
  const opinions = new Map<string | undefined, number>()
  for (const { content } of records.list<StoredOpinion>('opinion'))
    opinions.set(content.sessionId, (opinions.get(content.sessionId) ?? 0) + 1)
  return records
    .list<SessionOnDevice>('session')
    .filter(({ session }) => session.consultationId === consultationId)
    .map(({ session, delivery }) => ({
      session: withAttachments(session, attachments),
      delivery,
      opinions: opinions.get(session.id) ?? 0,
      attachments: attachments.filter(({ sessionId }) => sessionId === session.id).map(shown),
    }))
    .sort((a, b) => (a.session.heldOn < b.session.heldOn ? 1 : -1))
}

type ShownAttachment = StoredSession['attachments'][number]

function shown({ id, mediaType, bytes, sent, of, refused }: AttachmentOnDevice): ShownAttachment {
  return { id, mediaType, bytes, sentPieces: sent.length, ofPieces: of, ...(refused && { refused }) }
}
