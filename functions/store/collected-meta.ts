import type { OpinionRecord } from '#core/opinion.ts'
import { instant } from '#core/time.ts'

type Collected = { [Name in 'collectedAt' | 'sessionId' | 'deviceId']: OpinionRecord[Name] | undefined }

/** Short names and forms: written out, these three alone would make an ordinary collected opinion cost a second unit. */
export interface PackedCollected {
  /** Epoch milliseconds. */
  a?: number | undefined
  /** The bytes of a UUID, base64url. */
  s?: string | undefined
  d?: string | undefined
}

const packUuid = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')

function unpackUuid(packed: string): string {
  const hex = Buffer.from(packed, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** When, on which occasion and on which device, as an inbox item holds it. */
export function packCollected({ collectedAt, sessionId, deviceId }: Collected): PackedCollected {
  return {
    ...(collectedAt !== undefined && { a: Date.parse(collectedAt) }),
    ...(sessionId !== undefined && { s: packUuid(sessionId) }),
    ...(deviceId !== undefined && { d: packUuid(deviceId) }),
  }
}

/** The same as the record has it. */
export function unpackCollected({ a, s, d }: PackedCollected): Record<string, string> {
  return {
    ...(a !== undefined && { collectedAt: instant(a) }),
    ...(s !== undefined && { sessionId: unpackUuid(s) }),
    ...(d !== undefined && { deviceId: unpackUuid(d) }),
  }
}
