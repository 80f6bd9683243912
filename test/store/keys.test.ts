import { createHmac, generateKeyPairSync, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeKeys } from '../../functions/store/keys.ts'

const pair = generateKeyPairSync('ed25519')
const signingKey = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
const hmacSecret = Buffer.alloc(32, 1).toString('base64')

it('signs what its public key verifies, the same every time', () => {
  const keys = makeKeys({ signingKey, hmacSecret })
  const message = Buffer.from('kaimen promise v1\n')
  const signature = Buffer.from(keys.sign(message), 'base64')
  expect(verify(null, message, pair.publicKey, signature)).toBe(true)
  expect(keys.sign(message)).toBe(keys.sign(message))
  const { x } = pair.publicKey.export({ format: 'jwk' })
  expect(Buffer.from(keys.publicKey, 'base64').toString('base64url')).toBe(x)
})

it('makes HMACs that hang on the message and on the secret', () => {
  const keys = makeKeys({ signingKey, hmacSecret })
  const other = makeKeys({ signingKey, hmacSecret: Buffer.alloc(32, 2).toString('base64') })
  const expected = createHmac('sha256', Buffer.alloc(32, 1)).update('row 7').digest('hex')
  expect(Buffer.from(keys.hmac('row 7')).toString('hex')).toBe(expected)
  expect(Buffer.from(other.hmac('row 7')).toString('hex')).not.toBe(expected)
})

it('refuses keys of another kind and secrets that are too short', () => {
  const other = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'der' })
  expect(() => makeKeys({ signingKey: other.toString('base64'), hmacSecret })).toThrow(/not Ed25519/)
  expect(() => makeKeys({ signingKey, hmacSecret: 'AAAA' })).toThrow(/fewer than 32/)
})
