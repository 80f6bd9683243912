import type { CollectKit, CollectingSession, SyncRequest } from '#contract/collect-api.ts'
import type { DraftText } from '#core/bill.ts'
import type { Instant } from '#core/time.ts'
import type { Delivery, StoredOpinion } from './collector.ts'
import type { RecordKind } from './shelf.ts'

/* What stands inside the encrypted records. Opinions are `StoredOpinion`s. */

export interface SessionOnDevice {
  session: CollectingSession
  delivery: Delivery
  savedAt: Instant
}

export interface AttachmentOnDevice {
  id: string
  sessionId: string
  mediaType: string
  bytes: number
  of: number
  /** Numbers of the pieces the portal has. */
  sent: number[]
  /** Why the portal will not have it. */
  refused?: string
  /** The portal has every piece, and the device none any more. */
  dropped?: true
}

/** Whether a record, or part of it, still has to go up. */
export function isUnsent(kind: RecordKind, value: unknown): boolean {
  if (kind === 'attachment') return isMissing(value as AttachmentOnDevice)
  if (kind !== 'opinion' && kind !== 'session') return false
  return (value as StoredOpinion | SessionOnDevice).delivery.state === 'queued'
}

/** Whether the portal still wants pieces of an attachment. */
export const isMissing = ({ refused, sent, of }: AttachmentOnDevice) =>
  refused === undefined && sent.length < of

export interface KitOnDevice {
  kit: CollectKit
  kitAt: Instant
}

export interface DraftOnDevice {
  draft: DraftText
  savedAt: Instant
}

/** As the server takes pieces (`attachmentPieceBytes` of the contract; a test holds them equal). */
export const pieceBytes = 512 * 1024

/** Milliseconds → instant. Not core/time.ts: that brings the whole validation library along. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

/** An opinion as it is sent. */
export function sendable({ receiptCode, content }: StoredOpinion): SyncRequest['opinions'][number] {
  return { ...content, receiptCode: receiptCode.replaceAll(' ', '') } as SyncRequest['opinions'][number]
}

/** A session as it is sent: its attachments are those the device holds, whatever a form remembered. */
export function withAttachments(
  session: CollectingSession,
  attachments: readonly AttachmentOnDevice[],
): CollectingSession {
  const own = attachments.filter(({ sessionId }) => sessionId === session.id).map(({ id }) => id)
  return { ...session, attachments: own as CollectingSession['attachments'] }
}
