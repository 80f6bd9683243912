import {
  CarriedContent,
  type CarriedFile,
  type SyncAnswer,
  type SyncEnvelope,
} from '#contract/collect-api.ts'
import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { jsonIn, openCarried, originOfCarried } from './open-carried.ts'
import { countVerdicts, takeSending, type IntakeDeps } from './sync-opinions.ts'
import { writeAudit } from '../write-audit.ts'

type CarriedDeps = IntakeDeps & Pick<Deps, 'devices' | 'members' | 'keys' | 'audit'>

/**
 * Takes in the records of a file that another person carried (OFFLINE row 27), with the guarantees and the answers of a
 * sync. They must be sealed to this portal and signed by the device they name. What comes from an unknown or revoked
 * device, or was collected by somebody who is no longer a member, is set aside (rows 15, 19). `named`: for which contact
 * point an administrator brings an unknown device's file.
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
  const { device, bytes } = await openCarried(deps, file, 'carried')
  const content = readContent(file, bytes)
  const origin = await originOfCarried(deps, member, { device, said: content.memberId, named })
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

function readContent(file: CarriedFile, bytes: Buffer): CarriedContent {
  const read = CarriedContent.safeParse(jsonIn(bytes))
  if (!read.success) throw new PortalError('carried-unreadable', { reason: 'shape' })
  const isForeign = ({ deviceId }: SyncEnvelope) => deviceId !== file.deviceId
  if (read.data.requests.some(isForeign)) throw new PortalError('carried-tampered')
  return read.data
}
