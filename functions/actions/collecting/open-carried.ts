import { createPublicKey, verify } from 'node:crypto'
import type { CarriedFile, sealPurposes } from '#contract/collect-api.ts'
import type { Device } from '#core/collecting/device.ts'
import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { QuarantineReason } from '#core/collecting/quarantine.ts'
import { openSealed } from './sealing-key.ts'
import type { Sending } from './sending.ts'

type Carried = Omit<CarriedFile, 'kaimen' | 'opinions'>

/** Under whose name a line of a carried file comes in, and whether it is looked at first. */
export type CarriedOrigin = Pick<Sending, 'contactPointId' | 'recordedBy' | 'setAside'>

/**
 * What is sealed in one line of a carried file, once the device it names is seen to have signed it; `device` is
 * `undefined` when the portal does not know it. Refuses `carried-tampered`, `carried-unreadable`.
 */
export async function openCarried(
  deps: Pick<Deps, 'devices' | 'keys'>,
  line: Carried,
  purpose: keyof typeof sealPurposes,
): Promise<{ device: Device | undefined; bytes: Buffer }> {
  const device = await deps.devices.find(line.deviceId)
  if (device !== undefined && !isSignedBy(device, line)) throw new PortalError('carried-tampered')
  const bytes = openSealed(deps.keys, line, purpose)
  if (bytes === undefined) throw new PortalError('carried-unreadable', { reason: 'seal' })
  return { device, bytes }
}

/** What was sealed, as JSON; `undefined` when it is none. */
export function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

function isSignedBy(device: Device, { deviceId, writtenAt, ephemeralKey, iv, sealed, signature }: Carried) {
  const key = createPublicKey({ key: Buffer.from(device.publicKey, 'base64'), format: 'der', type: 'spki' })
  const message = Buffer.from([deviceId, writtenAt, ephemeralKey, iv, sealed].join('\n'))
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'))
}

/**
 * Whose a line is: the signed line says it (`said`; default: who enrolled the device). What comes from an unknown or
 * revoked device, or from somebody who has left the contact point, is looked at first (rows 15, 19). `named`: for which
 * contact point an administrator brings an unknown device's file; `invalid-fields` without one.
 */
export async function originOfCarried(
  deps: Pick<Deps, 'members'>,
  bringer: Member,
  { device, said, named }: Origin,
): Promise<CarriedOrigin> {
  if (device === undefined) return unknownDevice(bringer, named)
  const { contactPointId, enrolledBy, revokedAt } = device
  const recorder = await deps.members.find(said ?? enrolledBy)
  const isHere = recorder?.active === true && recorder.contactPointId === contactPointId
  const reason: QuarantineReason | undefined =
    revokedAt !== undefined
      ? 'device-revoked'
      : recorder === undefined
        ? 'member-unknown'
        : isHere
          ? undefined
          : 'member-inactive'
  return { contactPointId, recordedBy: recorder?.id ?? enrolledBy, ...(reason && { setAside: reason }) }
}

interface Origin {
  device: Device | undefined
  said: Member['id'] | undefined
  named: ContactPointId | undefined
}

function unknownDevice(member: Member, named: ContactPointId | undefined): CarriedOrigin {
  const contactPointId = member.contactPointId ?? named
  if (contactPointId === undefined)
    throw new PortalError('invalid-fields', { fields: [{ field: 'contactPointId', code: 'required' }] })
  return { contactPointId, recordedBy: member.id, setAside: 'device-unknown' }
}
