import { base64Of, bytesOf, bytesOfBase64 } from './bytes-text.ts'

/** Sealed to the portal's key: ECDH P-256, HKDF-SHA-256, AES-256-GCM; all base64. */
export interface Sealed {
  ephemeralKey: string
  iv: string
  sealed: string
}

/** Seals bytes to the portal (`CarriedFile` of the contract); `purpose` is one of its `sealPurposes`. */
export async function sealToPortal(
  crypto: Crypto,
  sealingKey: string,
  purpose: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const { subtle } = crypto
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const portal = await subtle.importKey('spki', bytesOfBase64(sealingKey), curve, false, [])
  const ephemeral = await subtle.generateKey(curve, false, ['deriveBits'])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: portal }, ephemeral.privateKey, 256)
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bytesOf(purpose) }
  const key = await subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = base64Of(await subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return {
    ephemeralKey: base64Of(await subtle.exportKey('raw', ephemeral.publicKey)),
    iv: base64Of(iv),
    sealed,
  }
}
