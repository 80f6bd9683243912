import { attachmentPieceBytes, type AttachmentAnswer } from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import type { HeldAttachment } from '#core/collecting/attachment.ts'
import type { AttachmentMediaType } from '#core/collecting/attachment-media-types.ts'
import type { AttachmentId, CollectingSessionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { requireCollector } from './require-collector.ts'

/** One piece as it arrives; `piece` counts from 0 to `of - 1`. */
export interface AttachmentPiece {
  id: AttachmentId
  piece: number
  of: number
  sessionId: CollectingSessionId
  mediaType: AttachmentMediaType
  bytes: Uint8Array
}

/**
 * Stores one piece of a photo or recording (OFFLINE row 26). The same piece again is a repeat; other bytes in its place,
 * or another description under the same id, are `already-exists`. Refuses `not-permitted`, `too-large`, `invalid-fields`.
 */
export async function putAttachmentPiece(
  deps: Pick<Deps, 'attachments'>,
  member: Member,
  piece: AttachmentPiece,
  now: Instant,
): Promise<AttachmentAnswer> {
  const contactPointId = requireCollector(member)
  return keepAttachmentPiece(deps, { contactPointId, uploadedBy: member.id }, piece, now)
}

/** Stores one piece whichever way it came. Refuses `too-large`, `invalid-fields`, `already-exists`. */
export async function keepAttachmentPiece(
  deps: Pick<Deps, 'attachments'>,
  { contactPointId, uploadedBy }: Pick<HeldAttachment, 'contactPointId' | 'uploadedBy'>,
  { id, piece, of, sessionId, mediaType, bytes }: AttachmentPiece,
  now: Instant,
): Promise<AttachmentAnswer> {
  if (of > limits.maxAttachmentPieces)
    throw new PortalError('too-large', { maxBytes: limits.maxAttachmentPieces * attachmentPieceBytes })
  if (piece >= of)
    throw new PortalError('invalid-fields', { fields: [{ field: 'piece', code: 'malformed' }] })
  if (bytes.byteLength === 0)
    throw new PortalError('invalid-fields', { fields: [{ field: '', code: 'required' }] })
  const own = { id, contactPointId, sessionId, mediaType, of }
  const held = await deps.attachments.append({ ...own, uploadedBy, startedAt: now })
  const isSame = (Object.keys(own) as (keyof typeof own)[]).every((name) => held[name] === own[name])
  if (!isSame) throw new PortalError('already-exists', { kind: 'attachment' })
  // A device that sends again what was deleted in the meantime is done with it.
  if (held.erasedAt !== undefined) return attachmentAnswer(deps, held)
  if (!(await deps.attachments.appendPiece(held, piece, bytes)))
    throw new PortalError('already-exists', { kind: 'attachment-piece', piece })
  return attachmentAnswer(deps, held)
}

/** Which pieces are there. */
export async function attachmentAnswer(
  deps: Pick<Deps, 'attachments'>,
  { id, of, erasedAt }: HeldAttachment,
): Promise<AttachmentAnswer> {
  if (erasedAt !== undefined) return { id, have: [...Array(of).keys()], of, complete: true }
  const have = (await deps.attachments.pieces(id)).map(({ piece }) => piece)
  return { id, have, of, complete: have.length === of }
}
