import { pieceBytes, type AttachmentOnDevice } from './on-device.ts'
import type { Records } from './records.ts'
import { piecesOf, roomFor, type Shelf } from './shelf.ts'
import { keepingLock } from './sweep-pieces.ts'
import { sealPiece } from './vault.ts'
import type { World } from './world.ts'

/** Keeps a photo or recording in encrypted pieces; it exists once its record stands, so a break leaves nothing half. */
export async function keepAttachment(
  world: World,
  shelf: Shelf,
  records: Records,
  sessionId: string,
  file: Blob,
): Promise<string> {
  const id = world.crypto.randomUUID()
  const keep = () => keepPieces(shelf, records, { id, sessionId, file })
  await (world.locks?.request(keepingLock(world, id), { ifAvailable: true }, keep) ?? keep())
  return id
}

async function keepPieces(
  shelf: Shelf,
  records: Records,
  { id, sessionId, file }: { id: string; sessionId: string; file: Blob },
): Promise<void> {
  const of = Math.max(1, Math.ceil(file.size / pieceBytes))
  try {
    for (let at = 0; at < of; at += 1) {
      const bytes = await file.slice(at * pieceBytes, (at + 1) * pieceBytes).arrayBuffer()
      const piece = await sealPiece(records.vault, id, at, bytes)
      await roomFor(() => shelf.put('pieces', piece, [id, at]))
    }
    const kept: AttachmentOnDevice = { id, sessionId, mediaType: file.type, bytes: file.size, of, sent: [] }
    await records.add('attachment', id, kept)
  } catch (thrown) {
    await shelf.delete('pieces', piecesOf(id))
    throw thrown
  }
}

export async function dropAttachment(shelf: Shelf, records: Records, id: string): Promise<void> {
  await records.remove(id)
  await shelf.delete('pieces', piecesOf(id))
}
