import type { AttachmentAnswer } from '#contract/collect-api.ts'
import { objectKeys } from '#contract/objects.ts'
import type { HeldAttachment } from '#core/collecting/attachment.ts'
import type { ExportFiles } from '#core/deciding/export-ports.ts'
import type { AttachmentId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { attachmentAnswer } from './put-attachment-piece.ts'
import { writeAudit } from '../write-audit.ts'

/** A whole photo or recording, piece by piece. */
export interface AttachmentFile {
  mediaType: string
  fileName: string
  bytes: number
  /** Where all of it stands joined, once somebody wanted it so. */
  wholeKey: string
  chunks: AsyncIterable<Uint8Array>
}

/** Which pieces of an attachment are there: where a broken upload goes on. Refuses `not-permitted`, `not-found`. */
export async function readAttachmentStatus(
  deps: Pick<Deps, 'attachments'>,
  member: Member,
  id: AttachmentId,
): Promise<AttachmentAnswer> {
  requirePermission(member, 'attachment.read')
  return attachmentAnswer(deps, await findOwn(deps, member, id))
}

/**
 * A complete attachment, for its own contact point and for legislators; who looked is on record, because photos of
 * sign-in sheets name people. Refuses `not-permitted`, `not-found` (also while pieces are missing, and once it was erased).
 */
export async function readAttachment(
  deps: Pick<Deps, 'attachments' | 'audit'>,
  member: Member,
  id: AttachmentId,
  now: Instant,
): Promise<AttachmentFile> {
  requirePermission(member, 'attachment.read')
  const held = await findOwn(deps, member, id)
  if (held.erasedAt !== undefined)
    throw new PortalError('not-found', { kind: 'attachment', erasedAt: held.erasedAt })
  const pieces = await deps.attachments.pieces(id)
  if (pieces.length < held.of)
    throw new PortalError('not-found', { kind: 'attachment', have: pieces.length, of: held.of })
  await writeAudit(deps, member, { action: 'attachment.read', subject: id, facts: {} }, now)
  const kind = held.mediaType.split('/')[1]?.replace('x-', '') ?? 'bin'
  return {
    mediaType: held.mediaType,
    fileName: `${id.slice(0, 8)}.${extensions[kind] ?? kind}`,
    bytes: pieces.reduce((sum, { bytes }) => sum + bytes, 0),
    wholeKey: objectKeys.attachmentWhole(held.contactPointId, id),
    chunks: chunksOf(deps, held),
  }
}

/**
 * A long recording for a gateway that lets 6 MB of an answer through: joined into one object, then fetched from the
 * store itself. `address` is where a browser may do so for some minutes; without one it is read on here.
 */
export async function joinAttachment(
  files: ExportFiles,
  { wholeKey, chunks }: AttachmentFile,
  contentDisposition: string,
): Promise<{ address: string } | { chunks: AsyncIterable<Uint8Array> }> {
  await files.write(wholeKey, chunks)
  const address = await files.addressOf?.(wholeKey, contentDisposition)
  if (address !== undefined) return { address }
  const whole = await files.read(wholeKey)
  if (whole === undefined) throw new PortalError('not-found', { kind: 'attachment' })
  return { chunks: whole }
}

const extensions: Readonly<Record<string, string>> = { jpeg: 'jpg', mpeg: 'mp3', mp4: 'm4a' }

async function findOwn(
  deps: Pick<Deps, 'attachments'>,
  member: Member,
  id: AttachmentId,
): Promise<HeldAttachment> {
  const held = await deps.attachments.find(id)
  if (held === undefined) throw new PortalError('not-found', { kind: 'attachment' })
  requireOwnContactPoint(member, held.contactPointId)
  return held
}

async function* chunksOf(deps: Pick<Deps, 'attachments'>, held: HeldAttachment) {
  for (let piece = 0; piece < held.of; piece += 1) yield await deps.attachments.readPiece(held, piece)
}
