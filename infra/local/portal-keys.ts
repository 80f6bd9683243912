import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

/** What is made once for a data folder and never leaves it. */
const KeyFile = z.strictObject({
  /** Ed25519, PKCS #8 DER, base64: signs receipts and checkpoints. */
  signingKey: z.string(),
  /** 32 bytes, base64: derives receipt codes of rows. */
  hmacSecret: z.string(),
  /** RSA private key as JWK: signs the local identity provider's tokens. */
  identityKey: z.record(z.string(), z.unknown()),
  /** Secret shared by the local identity provider and its one client. */
  clientSecret: z.string(),
  /** Signs the identity provider's cookies. */
  cookieSecret: z.string(),
})
export type KeyFile = z.infer<typeof KeyFile>

/** Reads the data folder's keys, making them on the first start; only their owner can read the file. */
export function openKeyFile(folder: string): KeyFile {
  const file = path.join(folder, 'keys.json')
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, JSON.stringify(makeKeys()), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function makeKeys(): KeyFile {
  const identity = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const signing = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    signingKey: signing.toString('base64'),
    hmacSecret: randomBytes(32).toString('base64'),
    identityKey: { ...identity, use: 'sig', alg: 'RS256', kid: randomBytes(6).toString('hex') },
    clientSecret: randomBytes(24).toString('base64url'),
    cookieSecret: randomBytes(24).toString('base64url'),
  }
}
