import type { CarriedContent, CarriedFile, CarriedPiece, CarriedPieceHead } from '#contract/collect-api.ts'
import { bytesOf } from './bytes-text.ts'
import { sealCarried, type Carrier } from './carry.ts'
import type { BackupContents } from './collector.ts'
import { EngineError } from './engine-error.ts'
import { kitOf } from './kit.ts'
import { instantOf, type AttachmentOnDevice } from './on-device.ts'
import type { Records } from './records.ts'
import type { Shelf } from './shelf.ts'
import { requestsOf, unsentOpinions, unsentSessions } from './unsent-requests.ts'
import { openPiece, type DeviceKeys } from './vault.ts'
import type { World } from './world.ts'

interface Missing {
  attachment: AttachmentOnDevice
  piece: number
}

/** What a file would hold. `photoBytes`: of what the portal has not got yet. */
export function backupContents(records: Records): BackupContents {
  const missing = missingPieces(records)
  return {
    opinions: unsentOpinions(records).length,
    sessions: unsentSessions(records).length,
    photos: new Set(missing.map(({ attachment }) => attachment.id)).size,
    photoBytes: missing.reduce((sum, { attachment }) => sum + attachment.bytes / attachment.of, 0),
  }
}

/**
 * Everything unsent as one sealed and signed file, for safety or for somebody to carry (OFFLINE rows 14, 27): a line a
 * part, each made and handed to the browser before the next, so that forty photos are never in memory together.
 */
export async function writeBackup(
  world: World,
  parts: { device: DeviceKeys; records: Records; shelf: Shelf },
  withPhotos: boolean,
): Promise<Blob> {
  const { device, records, shelf } = parts
  const kit = kitOf(records)?.kit
  if (kit === undefined) throw new EngineError('locked')
  const writtenAt = instantOf(world.nowMs())
  const carrier: Carrier = { crypto: world.crypto, device, sealingKey: kit.sealingKey, writtenAt }
  const requests = requestsOf(records, { deviceId: device.id, sentAt: writtenAt })
  const pieces = withPhotos ? missingPieces(records) : []
  const of = requests.length + pieces.length
  const lines: Blob[] = []
  const add = (line: CarriedFile | CarriedPiece) => lines.push(new Blob([`${JSON.stringify(line)}\n`]))
  for (const request of requests) {
    const content: CarriedContent = { memberId: kit.member.id, requests: [request] }
    const sealed = await sealCarried(carrier, 'carried v1', bytesOf(JSON.stringify(content)))
    const part = { n: lines.length, of }
    add({ kaimen: 'carried v1', part, opinions: request.opinions.length, ...sealed })
  }
  for (const piece of pieces) {
    const plain = await pieceWithHead(records, shelf, piece)
    // Gone from the disk meanwhile: what is there is still worth carrying.
    if (plain === undefined) continue
    const sealed = await sealCarried(carrier, 'carried piece v1', plain)
    add({ kaimen: 'carried piece v1', part: { n: lines.length, of }, ...sealed })
  }
  return new Blob(lines, { type: 'application/octet-stream' })
}

function missingPieces(records: Records): Missing[] {
  return records
    .list<AttachmentOnDevice>('attachment')
    .filter(({ refused }) => refused === undefined)
    .flatMap((attachment) =>
      Array.from({ length: attachment.of }, (_, piece) => ({ attachment, piece })).filter(
        ({ piece }) => !attachment.sent.includes(piece),
      ),
    )
}

async function pieceWithHead(
  { vault }: Records,
  shelf: Shelf,
  { attachment, piece }: Missing,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { id, sessionId, mediaType, of } = attachment
  const held = await shelf.get('pieces', [id, piece])
  if (held === undefined) return undefined
  const { memberId } = vault
  const facts = { memberId, id, sessionId, mediaType, piece, of } as CarriedPieceHead
  const head = bytesOf(`${JSON.stringify(facts)}\n`)
  const bytes = new Uint8Array(await openPiece(vault, id, piece, held))
  const whole = new Uint8Array(head.length + bytes.length)
  whole.set(head)
  whole.set(bytes, head.length)
  return whole
}
