import { createPublicKey, verify } from 'node:crypto'
import {
  CarriedContent,
  type CarriedFile,
  type SyncAnswer,
  type SyncEnvelope,
} from '#contract/collect-api.ts'
import type { Device } from '#core/device.ts'
import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { QuarantineReason } from '#core/quarantine.ts'
import type { Instant } from '#core/time.ts'
import { openSealed } from './sealing-key.ts'
import type { Sending } from './sending.ts'
import { countVerdicts, takeSending, type IntakeDeps } from './sync-opinions.ts'
import { writeAudit } from './write-audit.ts'

type CarriedDeps = IntakeDeps & Pick<Deps, 'devices' | 'members' | 'keys' | 'audit'>
type Origin = Pick<Sending, 'contactPointId' | 'recordedBy' | 'setAside'>

/**
 * Takes in a file that another person carried (OFFLINE row 27), with the guarantees and the answers of a sync. It must
 * be sealed to this portal and signed by the device it names. What comes from an unknown or revoked device, or was
 * collected by somebody who is no longer a member, is set aside (rows 15, 19). `named`: for which contact point an
 * administrator brings an unknown device's file.
 *
 * Refuses `not-permitted`, `carried-unreadable`, `carried-tampered`, `invalid-fields` (no contact point to be told).
 */
export async function importCarried(
  deps: CarriedDeps,
  member: Member,
  file: CarriedFile,
  named: ContactPointId | undefined,
  now: Instant,
): Promise<SyncAnswer> {
  requirePermission(member, 'carried.import')
  const device = await deps.devices.find(file.deviceId)
  if (device !== undefined && !isSignedBy(device, file)) throw new PortalError('carried-tampered')
  const content = openContent(deps, file)
  const origin =
    device === undefined ? unknownDevice(member, named) : await originOf(deps, device, content.memberId)
  const answer: SyncAnswer = { receivedAt: now, sessions: [], opinions: [] }
  for (const request of content.requests) {
    const taken = await takeSending(deps, request, {
      ...origin,
      deviceId: file.deviceId,
      sentAt: request.sentAt,
      receivedAt: now,
      carried: true,
      carriedBy: member.id,
    })
    answer.sessions.push(...taken.sessions)
    answer.opinions.push(...taken.opinions)
  }
  const facts = { contactPointId: origin.contactPointId, ...countVerdicts(answer.opinions) }
  await writeAudit(deps, member, { action: 'carried.import', subject: file.deviceId, facts }, now)
  return answer
}

function isSignedBy(
  device: Device,
  { deviceId, writtenAt, ephemeralKey, iv, sealed, signature }: CarriedFile,
) {
  const key = createPublicKey({ key: Buffer.from(device.publicKey, 'base64'), format: 'der', type: 'spki' })
  const message = Buffer.from([deviceId, writtenAt, ephemeralKey, iv, sealed].join('\n'))
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'))
}

function openContent(deps: Pick<Deps, 'keys'>, file: CarriedFile): CarriedContent {
  const opened = openSealed(deps.keys, file, 'carried')
  if (opened === undefined) throw new PortalError('carried-unreadable', { reason: 'seal' })
  const read = CarriedContent.safeParse(jsonOf(opened))
  if (!read.success) throw new PortalError('carried-unreadable', { reason: 'shape' })
  const isForeign = ({ deviceId }: SyncEnvelope) => deviceId !== file.deviceId
  if (read.data.requests.some(isForeign)) throw new PortalError('carried-tampered')
  return read.data
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** Whose records these are: the signed file says it; who has left the contact point is looked at first. */
async function originOf(
  deps: Pick<Deps, 'members'>,
  device: Device,
  said: Member['id'] | undefined,
): Promise<Origin> {
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

function unknownDevice(member: Member, named: ContactPointId | undefined): Origin {
  const contactPointId = member.contactPointId ?? named
  if (contactPointId === undefined)
    throw new PortalError('invalid-fields', { fields: [{ field: 'contactPointId', code: 'required' }] })
  return { contactPointId, recordedBy: member.id, setAside: 'device-unknown' }
}
