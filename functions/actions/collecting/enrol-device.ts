import { createPublicKey } from 'node:crypto'
import type { EnrolDevice } from '#contract/collect-api.ts'
import type { Device } from '#core/collecting/device.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import type { Instant } from '#core/time.ts'
import { requireCollector } from './require-collector.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Enrols a device at the member's own contact point. The same device again, with the same key, is a repeat and answers
 * what stands, revocation included: a lost device does not enrol itself back.
 *
 * Refuses `not-permitted`, `invalid-fields` (a key that is none), `enrolment-code-not-valid`,
 * `already-exists` (the id with another key or at another contact point).
 */
export async function enrolDevice(
  deps: Pick<Deps, 'devices' | 'enrolmentCodes' | 'audit'>,
  member: Member,
  input: EnrolDevice,
  now: Instant,
): Promise<{ device: Device; isNew: boolean }> {
  const contactPointId = requireCollector(member)
  requireP256(input.publicKey)
  const held = await deps.devices.find(input.id)
  if (held !== undefined) return { device: sameDevice(held, input, contactPointId), isNew: false }
  if (input.code !== undefined) {
    const code = await deps.enrolmentCodes.use(parseReceiptCode(input.code) ?? input.code, input.id, now)
    if (code?.contactPointId !== contactPointId) throw new PortalError('enrolment-code-not-valid', {})
  }
  const { id, name, publicKey } = input
  const enrolled = { id, name, publicKey, contactPointId, enrolledBy: member.id, enrolledAt: now, rev: 0 }
  const device = await deps.devices.put(enrolled, 0).catch(async (error: unknown) => {
    const first = await deps.devices.find(id)
    if (first === undefined) throw error
    return sameDevice(first, input, contactPointId)
  })
  const facts = { contactPointId, withCode: input.code !== undefined }
  await writeAudit(deps, member, { action: 'device.enrol', subject: id, facts }, now)
  return { device, isNew: true }
}

function sameDevice(held: Device, { publicKey }: EnrolDevice, contactPointId: string): Device {
  if (held.publicKey !== publicKey || held.contactPointId !== contactPointId)
    throw new PortalError('already-exists', { kind: 'device' })
  return held
}

function requireP256(publicKey: string): void {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return
  } catch {
    // not a key at all
  }
  throw new PortalError('invalid-fields', { fields: [{ field: 'publicKey', code: 'malformed' }] })
}
