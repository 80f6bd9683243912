import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { MailAddress } from '#core/mail/mail-address.ts'
import type { Keys } from '#core/ports.ts'

const ivBytes = 12
const tagBytes = 16

type SealingKeys = Pick<Keys, 'hmac'>

const keyOf = (keys: SealingKeys) => keys.hmac('kaimen mail address v1')

/** The randomness one sealing needs, in bytes. */
export const sealIvBytes = ivBytes

/**
 * Seals an address so that a table, its export or its backup shows none: AES-256-GCM under a key of the deployment, bound to
 * the item it is kept in. base64url of iv ‖ ciphertext ‖ tag. `iv`: 12 random bytes, never used twice.
 */
export function sealAddress(keys: SealingKeys, address: MailAddress, item: string, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys), iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(item))
  const sealed = [iv, cipher.update(address, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(sealed).toString('base64url')
}

/** Opens what `sealAddress` sealed for this very item; anything else throws: it is our bug, or somebody's doing. */
export function openAddress(keys: SealingKeys, sealed: string, item: string): MailAddress {
  const bytes = Buffer.from(sealed, 'base64url')
  const iv = bytes.subarray(0, ivBytes)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys), iv, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(item))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  const opened = [decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]
  return Buffer.concat(opened).toString('utf8') as MailAddress
}
