import * as z from 'zod'
import { HeldAttachment } from '#core/collecting/attachment.ts'
import type { Attachments } from '#core/collecting/collect-ports.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import { isRefusal } from '#core/portal-error.ts'
import { sha256 } from '#core/sha256.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredPiece = z.strictObject({
  piece: z.int(),
  bytes: z.int(),
  /** SHA-256 of its bytes, hex; part of the object's name. */
  hash: z.string(),
})

/** Whether the write found nothing in its place. */
function isNew(write: Promise<void>): Promise<boolean> {
  return write.then(
    () => true,
    (error: unknown) => {
      if (isRefusal(error, 'already-exists')) return false
      throw error
    },
  )
}

/**
 * Attachments: what they are and which pieces are there on the table `desk`, the bytes as objects. Every piece is an
 * item of its own, so pieces that arrive at once do not wait for each other; the object comes first, then the item.
 */
export function makeAttachments(desk: Desk, objects: ObjectStore): Attachments {
  return {
    find: (id) => desk.find(HeldAttachment, deskKeys.attachment(id)),
    append: async (attachment) => {
      const key = deskKeys.attachment(attachment.id)
      if (await isNew(desk.append(key, attachment))) return attachment
      return desk.get(HeldAttachment, key)
    },
    pieces: async (id) => {
      const pieces = await desk.list(StoredPiece, deskKeys.attachmentPieces(id))
      return pieces.map(({ piece, bytes }) => ({ piece, bytes }))
    },
    appendPiece: async ({ id, contactPointId }, piece, bytes) => {
      const hash = sha256(bytes).toString('hex')
      const key = deskKeys.attachmentPiece(id, piece)
      const held = await desk.find(StoredPiece, key)
      if (held !== undefined) return held.hash === hash
      await objects.put(objectKeys.attachmentPiece(contactPointId, id, piece, hash), bytes)
      if (await isNew(desk.append(key, { piece, bytes: bytes.byteLength, hash }))) return true
      return (await desk.get(StoredPiece, key)).hash === hash
    },
    readPiece: async ({ id, contactPointId }, piece) => {
      const { hash } = await desk.get(StoredPiece, deskKeys.attachmentPiece(id, piece))
      const bytes = await objects.find(objectKeys.attachmentPiece(contactPointId, id, piece, hash))
      if (bytes === undefined) throw new Error(`piece ${piece} of an attachment is named but not there`)
      return bytes
    },
    erase: async (held, at) => {
      const { id, contactPointId } = held
      const pieces = await desk.list(StoredPiece, deskKeys.attachmentPieces(id))
      const keys = pieces.map(({ piece, hash }) =>
        objectKeys.attachmentPiece(contactPointId, id, piece, hash),
      )
      await objects.remove([...keys, objectKeys.attachmentWhole(contactPointId, id)])
      // What names the bytes goes after them and the mark comes last: a run that was cut is finished by the next.
      for (const { piece } of pieces) await desk.remove(deskKeys.attachmentPiece(id, piece))
      await desk.set(deskKeys.attachment(id), { ...held, erasedAt: at })
    },
  }
}
