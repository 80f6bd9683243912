import { instant } from '#core/time.ts'
import { OpinionRecord } from '#core/opinion.ts'
import { packCollected, unpackCollected, type PackedCollected } from './collected-meta.ts'
import type { Item } from './tables.ts'

/*
 * An opinion as one DynamoDB item: `id`, and everything else packed into the bytes `b`. A write is billed in
 * units of 1 KB: attribute names, hex and UTF-8 Han (three bytes each) would make an ordinary opinion of 280
 * characters cost two. Packed, it costs one.
 *
 *   1 version · 16 salt · 32 commitment · 32 content hash · 2 length of meta · meta (JSON) · 1 encoding · texts
 */
const version = 1
const hashesAt = 1
const lengthAt = hashesAt + 16 + 32 + 32
const metaAt = lengthAt + 2

const textNames = ['verbatim', 'drafted', 'proposedText', 'reason', 'quote'] as const
/** Han is two bytes in UTF-16 and three in UTF-8; Latin is the other way round. */
const encodings = ['utf8', 'utf16le'] as const

function packTexts(content: OpinionRecord['content']): { lengths: number[]; bytes: Buffer } {
  const texts = textNames.map((name) => content[name])
  const lengths = texts.map((text) => text?.length ?? -1)
  const all = texts.join('')
  const encoding = Buffer.byteLength(all) <= all.length * 2 ? 0 : 1
  const bytes = Buffer.concat([Buffer.of(encoding), Buffer.from(all, encodings[encoding])])
  // An absent text is −1; trailing ones are left out.
  while (lengths.at(-1) === -1) lengths.pop()
  return { lengths, bytes }
}

/** A record → the item that holds it. */
export function inboxItem(record: OpinionRecord): Item {
  const { id, salt, commitment, contentHash, content, receivedAt, channel, noticeVersion, flags, ...more } =
    record
  const { collectedAt, sessionId, deviceId, ...others } = more
  const rest = { ...others, ...packCollected({ collectedAt, sessionId, deviceId }) }
  const { consultationId, draftId, provisionId, changeType, proponent } = content
  const { lengths, bytes } = packTexts(content)
  const about = [consultationId, draftId, provisionId, changeType, proponent]
  const meta = Buffer.from(
    JSON.stringify([about, lengths, Date.parse(receivedAt), channel, noticeVersion, flags, rest]),
  )
  const length = Buffer.alloc(2)
  length.writeUInt16BE(meta.length)
  const hashes = [salt, commitment, contentHash].map((text) => Buffer.from(text, 'base64url'))
  return { id, b: Buffer.concat([Buffer.of(version), ...hashes, length, meta, bytes]) }
}

type Meta = [
  [string, string, string | null, string, object],
  number[],
  number,
  string,
  string,
  string[],
  PackedCollected,
]

function unpackTexts(bytes: Buffer, lengths: readonly number[]): Record<string, string> {
  const all = bytes.toString(encodings[bytes[0] as 0 | 1], 1)
  const texts: Record<string, string> = {}
  let at = 0
  for (const [place, length] of lengths.entries()) {
    if (length < 0) continue
    texts[textNames[place] ?? ''] = all.slice(at, at + length)
    at += length
  }
  return texts
}

/** What stands in the bytes of every item about a consultation, and else only where somebody wrote just that. */
export function bytesAbout(consultationId: string): Uint8Array {
  return Buffer.from(`[[${JSON.stringify(consultationId)},`)
}

/** The item → the record it holds. Throws on a shape we did not write: that is our bug, never the caller's. */
export function recordOfItem(item: Item): OpinionRecord {
  const held = item['b']
  if (!(held instanceof Uint8Array) || held[0] !== version) throw new Error('an inbox item of unknown shape')
  const bytes = Buffer.from(held.buffer, held.byteOffset, held.byteLength)
  const hash = (from: number, size: number) => bytes.toString('base64url', from, from + size)
  const textsAt = metaAt + bytes.readUInt16BE(lengthAt)
  const [about, lengths, receivedAtMs, channel, noticeVersion, flags, rest] = JSON.parse(
    bytes.toString('utf8', metaAt, textsAt),
  ) as Meta
  const [consultationId, draftId, provisionId, changeType, proponent] = about
  const texts = unpackTexts(bytes.subarray(textsAt), lengths)
  const { a, s, d, ...others } = rest
  return OpinionRecord.parse({
    ...others,
    ...unpackCollected({ a, s, d }),
    id: item['id'],
    content: { consultationId, draftId, provisionId, changeType, proponent, ...texts },
    channel,
    noticeVersion,
    flags,
    receivedAt: instant(receivedAtMs),
    salt: hash(hashesAt, 16),
    commitment: hash(hashesAt + 16, 32),
    contentHash: hash(hashesAt + 48, 32),
  })
}
