import type { CarriedFile } from '#contract/collect-api.ts'
import { base64Of, bytesOf } from './bytes-text.ts'
import { sealToPortal } from './seal.ts'
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
  const { ephemeralKey, iv, sealed } = await sealToPortal(
    crypto,
    sealingKey,
    'kaimen carried v1',
    JSON.stringify(content.json),
  )
  const { writtenAt, opinions } = content
  const signed = [device.id, writtenAt, ephemeralKey, iv, sealed].join('\n')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = base64Of(await crypto.subtle.sign(algorithm, device.sign, bytesOf(signed)))
  return {
    kaimen: 'carried v1',
    deviceId: device.id as CarriedFile['deviceId'],
    writtenAt: writtenAt as CarriedFile['writtenAt'],
    opinions,
    ephemeralKey,
    iv,
    sealed,
    signature,
  }
}
