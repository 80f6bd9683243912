import { createDecipheriv, createECDH, hkdfSync, type ECDH } from 'node:crypto'
import { sealPurposes } from '#contract/collect-api.ts'
import type { Keys } from '#core/ports.ts'

type SealingKeys = Pick<Keys, 'hmac'>

/** Order of the P-256 group (SP 800-186 §3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** SubjectPublicKeyInfo of an uncompressed P-256 point, all but the point (RFC 5480). */
const spkiPrefix = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

const tagBytes = 16

/**
 * The portal's private key for files that are carried: drawn from the deployment's secret, so that there is nothing
 * more to keep and a restored portal opens what was sealed before. 64 bytes reduced into [1, n−1], as FIPS 186-5 A.2.1
 * does with random ones.
 */
function sealingKey(keys: SealingKeys): ECDH {
  const drawn = [1, 2].map((part) => Buffer.from(keys.hmac(`kaimen sealing key v1\0${part}`)))
  const number = (BigInt(`0x${Buffer.concat(drawn).toString('hex')}`) % (order - 1n)) + 1n
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(Buffer.from(number.toString(16).padStart(64, '0'), 'hex'))
  return ecdh
}

/** Its public part, base64 SPKI: goes to every device. */
export function sealingPublicKey(keys: SealingKeys): string {
  return Buffer.concat([spkiPrefix, sealingKey(keys).getPublicKey()]).toString('base64')
}

/** Opens what was sealed to the portal; `undefined`: for another portal or purpose, or not as it was sealed. */
export function openSealed(
  keys: SealingKeys,
  file: { ephemeralKey: string; iv: string; sealed: string },
  purpose: keyof typeof sealPurposes,
): Buffer | undefined {
  try {
    const shared = sealingKey(keys).computeSecret(Buffer.from(file.ephemeralKey, 'base64'))
    const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), sealPurposes[purpose], 32))
    const bytes = Buffer.from(file.sealed, 'base64')
    const iv = Buffer.from(file.iv, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
