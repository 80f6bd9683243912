import { generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A portal's P-256 pair as `CollectKit` hands out its public half. */
export function makeSealingKey(): { publicKey: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privateKey }
}
