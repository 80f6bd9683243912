import { makeKeys } from '../../functions/store/keys.ts'

/** Keys every test shares (an Ed25519 seed of sevens), so that signatures repeat. */
export const testKeys = makeKeys({
  signingKey: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, 7),
  ]).toString('base64'),
  hmacSecret: Buffer.alloc(32, 9).toString('base64'),
})
