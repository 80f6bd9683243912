import type { CarriedFile } from '#contract/collect-api.ts'
import { base64Of, bytesOf, bytesOfBase64 } from './bytes-text.ts'
import type { DeviceKeys } from './vault.ts'

/**
 * Seals what a sync would have sent to the portal's key and signs it with the device's (`CarriedFile` of the contract):
 * whoever carries the file can neither read nor change it.
 */
export async function sealCarried(
  crypto: Crypto,
  device: DeviceKeys,
  sealingKey: string,
  content: { writtenAt: string; opinions: number; json: unknown },
): Promise<CarriedFile> {
  const { subtle } = crypto
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const portal = await subtle.importKey('spki', bytesOfBase64(sealingKey), curve, false, [])
  const ephemeral = await subtle.generateKey(curve, false, ['deriveBits'])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: portal }, ephemeral.privateKey, 256)
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = bytesOf('kaimen carried v1')
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
  const key = await subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = bytesOf(JSON.stringify(content.json))
  const sealed = base64Of(await subtle.encrypt({ name: 'AES-GCM', iv }, key, text))
  const ephemeralKey = base64Of(await subtle.exportKey('raw', ephemeral.publicKey))
  const { writtenAt, opinions } = content
  const signed = [device.id, writtenAt, ephemeralKey, base64Of(iv), sealed].join('\n')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = base64Of(await subtle.sign(algorithm, device.sign, bytesOf(signed)))
  return {
    kaimen: 'carried v1',
    deviceId: device.id as CarriedFile['deviceId'],
    writtenAt: writtenAt as CarriedFile['writtenAt'],
    opinions,
    ephemeralKey,
    iv: base64Of(iv),
    sealed,
    signature,
  }
}
