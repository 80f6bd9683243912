import { pieceBytes, type AttachmentOnDevice } from './on-device.ts'
import type { Records } from './records.ts'
import { roomFor, type Shelf } from './shelf.ts'
import { sealPiece } from './vault.ts'

/** Keeps a photo or recording in encrypted pieces; it exists once its record stands, so a break leaves nothing half. */
export async function keepAttachment(
  shelf: Shelf,
  records: Records,
  sessionId: string,
  file: Blob,
): Promise<string> {
  const { vault } = records
  const id = vault.crypto.randomUUID()
  const of = Math.max(1, Math.ceil(file.size / pieceBytes))
  try {
    for (let at = 0; at < of; at += 1) {
      const bytes = await file.slice(at * pieceBytes, (at + 1) * pieceBytes).arrayBuffer()
      const piece = await sealPiece(vault, id, at, bytes)
      await roomFor(() => shelf.put('pieces', piece, [id, at]))
    }
    const kept: AttachmentOnDevice = { id, sessionId, mediaType: file.type, bytes: file.size, of, sent: [] }
    await records.add('attachment', id, kept)
    return id
  } catch (thrown) {
    await dropPieces(shelf, id)
    throw thrown
  }
}

export async function dropAttachment(shelf: Shelf, records: Records, id: string): Promise<void> {
  await records.remove(id)
  await dropPieces(shelf, id)
}

function dropPieces(shelf: Shelf, id: string): Promise<void> {
  return shelf.delete('pieces', IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]))
}
