import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Keys } from '#core/ports.ts'

/**
 * The deployment's keys from its secret. `signingKey`: Ed25519 as PKCS #8 DER, base64; `hmacSecret`: at least
 * 32 bytes, base64. Ed25519 is deterministic (RFC 8032), so signing again gives the same bytes.
 */
export function makeKeys(secret: { signingKey: string; hmacSecret: string }): Keys {
  const der = Buffer.from(secret.signingKey, 'base64')
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new RangeError('the signing key is not Ed25519')
  const hmacSecret = Buffer.from(secret.hmacSecret, 'base64')
  if (hmacSecret.length < 32) throw new RangeError('the HMAC secret has fewer than 32 bytes')
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    sign: (message) => sign(null, message, privateKey).toString('base64'),
    // the raw key is the last 32 bytes of its SubjectPublicKeyInfo (RFC 8410 §4)
    publicKey: spki.subarray(-32).toString('base64'),
    hmac: (message) => createHmac('sha256', hmacSecret).update(message).digest(),
  }
}
