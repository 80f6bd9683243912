import { createCipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, sign } from 'node:crypto'
import type { CarriedFile } from '#contract/collect-api.ts'
import type { Instant } from '#core/time.ts'
import type { TestDevice } from './open-collecting.ts'

export interface Carried {
  writtenAt: Instant
  sealingKey: string
  requests: unknown[]
  memberId?: string
}

/** Writes a file as a device without a network does: sealed to the portal's key, signed with the device's. */
export function carry(
  device: TestDevice,
  { writtenAt, sealingKey, requests, memberId }: Carried,
): CarriedFile {
  const ephemeral = createECDH('prime256v1')
  const ephemeralKey = ephemeral.generateKeys('base64')
  const portal = createPublicKey({ key: Buffer.from(sealingKey, 'base64'), format: 'der', type: 'spki' })
  const { x, y } = portal.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
  const secret = ephemeral.computeSecret(point)
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'kaimen carried v1', 32))
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const plain = JSON.stringify({ ...(memberId && { memberId }), requests })
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const parts = {
    deviceId: device.id as CarriedFile['deviceId'],
    writtenAt,
    ephemeralKey,
    iv: iv.toString('base64'),
    sealed: body.toString('base64'),
  }
  const message = Buffer.from(Object.values(parts).join('\n'))
  const signature = sign('sha256', message, { key: device.privateKey, dsaEncoding: 'ieee-p1363' })
  return { kaimen: 'carried v1', ...parts, opinions: 1, signature: signature.toString('base64') }
}
