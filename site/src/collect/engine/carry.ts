import type { CarriedFile, CarriedPiece } from '#contract/collect-api.ts'
import { base64Of, bytesOf } from './bytes-text.ts'
import { sealToPortal } from './seal.ts'
import type { DeviceKeys } from './vault.ts'

type Signed = Omit<CarriedPiece, 'kaimen' | 'part'>

/** What every line of one carried file shares. */
export interface Carrier {
  crypto: Crypto
  device: DeviceKeys
  /** The portal's, from the kit. */
  sealingKey: string
  writtenAt: Signed['writtenAt']
}

/**
 * Seals one line of a carried file to the portal's key and signs it with the device's (`CarriedFile`, `CarriedPiece` of
 * the contract): whoever carries the file can neither read nor change it.
 */
export async function sealCarried(
  { crypto, device, sealingKey, writtenAt }: Carrier,
  purpose: CarriedFile['kaimen'] | CarriedPiece['kaimen'],
  plain: Uint8Array<ArrayBuffer>,
): Promise<Signed> {
  const { ephemeralKey, iv, sealed } = await sealToPortal(crypto, sealingKey, `kaimen ${purpose}`, plain)
  const signed = [device.id, writtenAt, ephemeralKey, iv, sealed].join('\n')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = base64Of(await crypto.subtle.sign(algorithm, device.sign, bytesOf(signed)))
  return {
    deviceId: device.id as CarriedFile['deviceId'],
    writtenAt,
    ephemeralKey,
    iv,
    sealed,
    signature,
  }
}
