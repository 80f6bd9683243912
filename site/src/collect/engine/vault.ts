import { base64Of, bytesOf, textOf } from './bytes-text.ts'
import { sealToPortal, type Sealed } from './seal.ts'
import type { Piece, Row } from './shelf.ts'

/** OWASP's floor for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet). */
const iterations = 600_000

/** This browser's own keys; the private ones cannot be exported by any script. */
export interface DeviceKeys {
  id: string
  /** HMAC: without it a right PIN opens nothing. */
  bind: CryptoKey
  /** ECDSA P-256: signs what another person carries. */
  sign: CryptoKey
  /** base64 SPKI of `sign`'s public half. */
  publicKey: string
}

/** One member's lock: their data key, wrapped. Wrong PINs are counted before they are tried. */
export interface MemberLock {
  id: string
  name: string
  salt: Uint8Array<ArrayBuffer>
  iterations: number
  iv: Uint8Array<ArrayBuffer>
  wrapped: ArrayBuffer
  failures: number
  notBeforeMs: number
  /** The data key sealed to the portal, which gives it back to its signed-in member alone (forgotten PIN). */
  escrow?: Sealed
}

export async function makeDeviceKeys(crypto: Crypto): Promise<DeviceKeys> {
  const { subtle } = crypto
  const bind = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = base64Of(await subtle.exportKey('spki', pair.publicKey))
  return { id: crypto.randomUUID(), bind, sign: pair.privateKey, publicKey }
}

/** PIN and device together make the key that wraps the data key: neither alone is enough. */
async function wrappingKey(
  crypto: Crypto,
  device: DeviceKeys,
  lock: Pick<MemberLock, 'id' | 'salt' | 'iterations'>,
  pin: string,
): Promise<CryptoKey> {
  const { subtle } = crypto
  const typed = await subtle.importKey('raw', bytesOf(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveBits'])
  const { salt, iterations } = lock
  const stretched = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
  const label = bytesOf(`kaimen vault v1\n${lock.id}\n`)
  const both = new Uint8Array([...label, ...new Uint8Array(stretched)])
  const bound = await subtle.sign('HMAC', device.bind, both)
  return subtle.importKey('raw', bound, 'AES-GCM', false, ['wrapKey', 'unwrapKey'])
}

/** A new data key, raw. Held for the moment in which a lock is made of it. */
export function makeDataKey(crypto: Crypto): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32))
}

/** A lock of a data key under a PIN, with the key sealed to the portal beside it. */
export async function makeLock(
  crypto: Crypto,
  device: DeviceKeys,
  member: { id: string; name: string },
  pin: string,
  dataKey: { raw: Uint8Array<ArrayBuffer>; sealingKey: string },
): Promise<MemberLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const { id, name } = member
  const wrapper = await wrappingKey(crypto, device, { id, salt, iterations }, pin)
  const uses: KeyUsage[] = ['encrypt', 'decrypt']
  const key = await crypto.subtle.importKey('raw', dataKey.raw, 'AES-GCM', true, uses)
  const wrapped = await crypto.subtle.wrapKey('raw', key, wrapper, { name: 'AES-GCM', iv })
  const content = bytesOf(JSON.stringify({ memberId: id, dataKey: base64Of(dataKey.raw) }))
  const escrow = await sealToPortal(crypto, dataKey.sealingKey, 'kaimen data key v1', content)
  return { id, name, salt, iterations, iv, wrapped, failures: 0, notBeforeMs: 0, escrow }
}

/** The member's data key, or `undefined` for a wrong PIN (the wrapping fails its own authentication). */
export async function openLock(
  crypto: Crypto,
  device: DeviceKeys,
  lock: MemberLock,
  pin: string,
): Promise<Vault | undefined> {
  const wrapper = await wrappingKey(crypto, device, lock, pin)
  const algorithm = { name: 'AES-GCM', iv: lock.iv }
  const uses: KeyUsage[] = ['encrypt', 'decrypt']
  try {
    const key = await crypto.subtle.unwrapKey('raw', lock.wrapped, wrapper, algorithm, 'AES-GCM', false, uses)
    return { crypto, memberId: lock.id, key }
  } catch {
    return undefined
  }
}

/** What is open while a member works: their data key, in memory only. */
export interface Vault {
  crypto: Crypto
  memberId: string
  key: CryptoKey
}

type Place = Pick<Row, 'key' | 'kind'>

/** The place is sealed along: a ciphertext moved to another row or another person opens nowhere. */
const placeOf = (vault: Vault, { key, kind }: Place) => bytesOf(`${vault.memberId}\n${kind}\n${key}`)

export async function sealValue(vault: Vault, place: Place, rev: number, value: unknown): Promise<Row> {
  const additionalData = placeOf(vault, place)
  const piece = await seal(vault, additionalData, bytesOf(JSON.stringify(value)))
  return { ...place, ...piece, memberId: vault.memberId, rev }
}

export async function openValue(vault: Vault, row: Row): Promise<unknown> {
  const plain = await open(vault, placeOf(vault, row), row)
  return JSON.parse(textOf(plain)) as unknown
}

const pieceOf = (vault: Vault, id: string, at: number) => bytesOf(`${vault.memberId}\npiece\n${id}\n${at}`)

export function sealPiece(vault: Vault, id: string, at: number, bytes: ArrayBuffer): Promise<Piece> {
  return seal(vault, pieceOf(vault, id, at), bytes)
}

export function openPiece(vault: Vault, id: string, at: number, piece: Piece): Promise<ArrayBuffer> {
  return open(vault, pieceOf(vault, id, at), piece)
}

async function seal(
  { crypto, key }: Vault,
  additionalData: BufferSource,
  plain: BufferSource,
): Promise<Piece> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain) }
}

function open(
  { crypto, key }: Vault,
  additionalData: BufferSource,
  { iv, sealed }: Piece,
): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed)
}
