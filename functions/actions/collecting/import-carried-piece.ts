import { CarriedPieceHead, type AttachmentAnswer, type CarriedPiece } from '#contract/collect-api.ts'
import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { jsonIn, openCarried, originOfCarried } from './open-carried.ts'
import { keepAttachmentPiece } from './put-attachment-piece.ts'
import { writeAudit } from '../write-audit.ts'

type CarriedDeps = Pick<Deps, 'devices' | 'members' | 'keys' | 'attachments' | 'audit'>

/**
 * Takes in one piece of a photo or recording that another person carried, once however often it comes and whichever way
 * (rows 26, 27). Where the records of such a device are set aside, its photos are kept all the same: nobody sees one
 * before the session that names it has been taken in.
 *
 * Refuses `not-permitted`, `carried-unreadable`, `carried-tampered`, `invalid-fields`, `too-large`, `already-exists`.
 */
export async function importCarriedPiece(
  deps: CarriedDeps,
  member: Member,
  line: CarriedPiece,
  named: ContactPointId | undefined,
  now: Instant,
): Promise<AttachmentAnswer> {
  requirePermission(member, 'carried.import')
  const { device, bytes } = await openCarried(deps, line, 'carriedPiece')
  const { memberId, ...piece } = readPiece(bytes)
  const origin = await originOfCarried(deps, member, { device, said: memberId, named })
  const { contactPointId, recordedBy } = origin
  const answer = await keepAttachmentPiece(deps, { contactPointId, uploadedBy: recordedBy }, piece, now)
  if (answer.complete) {
    const facts = { contactPointId, attachment: piece.id, pieces: piece.of }
    await writeAudit(deps, member, { action: 'carried.import', subject: line.deviceId, facts }, now)
  }
  return answer
}

function readPiece(opened: Buffer): CarriedPieceHead & { bytes: Uint8Array } {
  const end = opened.indexOf('\n')
  const head = CarriedPieceHead.safeParse(jsonIn(opened.subarray(0, Math.max(end, 0))))
  if (!head.success) throw new PortalError('carried-unreadable', { reason: 'shape' })
  return { ...head.data, bytes: opened.subarray(end + 1) }
}
