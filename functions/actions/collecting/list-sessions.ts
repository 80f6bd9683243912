import { limits } from '#contract/limits.ts'
import type { OfficeSessionList } from '#contract/session-api.ts'
import { attachmentsEndAt } from '#core/collecting/attachment-retention.ts'
import type { HeldSession } from '#core/collecting/collecting-session.ts'
import type { AttachmentId, ConsultationId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import { isBoundToPoint, type Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'

type ListDeps = Pick<
  Deps,
  'consultations' | 'contactPoints' | 'collectingSessions' | 'attachments' | 'settings'
>

/** Sessions of a member's own contact point, of all for the legislature, newest first. Refuses `not-permitted`, `not-found`. */
export async function listSessions(
  deps: ListDeps,
  member: Member,
  consultationId: ConsultationId,
): Promise<OfficeSessionList> {
  requirePermission(member, 'attachment.read')
  const consultation = await deps.consultations.get(consultationId)
  const isBound = isBoundToPoint(member.role)
  const points = (await deps.contactPoints.list()).filter(
    ({ id }) => !isBound || id === member.contactPointId,
  )
  const names = new Map(points.map(({ id, name }) => [id, name]))
  const held = await eachInFlight(points, limits.maxPutsInFlight, ({ id }) =>
    deps.collectingSessions.listOf(id, consultationId),
  )
  const sessions = await eachInFlight(held.flat(), limits.maxPutsInFlight, (one) => shape(deps, one, names))
  const { attachmentKeptDays: keptDays } = deps.settings
  const endsAt = attachmentsEndAt(consultation, keptDays)
  return {
    keptDays,
    ...(endsAt !== undefined && { endsAt }),
    sessions: sessions.sort((a, b) => (a.heldOn > b.heldOn ? -1 : Number(a.heldOn < b.heldOn))),
  }
}

async function shape(
  deps: Pick<Deps, 'attachments'>,
  { contactPointId, session }: HeldSession,
  names: ReadonlyMap<string, string>,
): Promise<OfficeSessionList['sessions'][number]> {
  const { id, channel, place, heldOn, headcount } = session
  const attachments = await Promise.all(session.attachments.map((one) => readOne(deps, one)))
  return {
    id,
    contactPointId,
    contactPointName: names.get(contactPointId) ?? '',
    channel,
    place,
    heldOn,
    headcount,
    attachments: attachments.filter((one) => one !== undefined),
  }
}

/** `undefined`: its first piece is still on the device. */
async function readOne(deps: Pick<Deps, 'attachments'>, id: AttachmentId) {
  const held = await deps.attachments.find(id)
  if (held === undefined) return undefined
  const { mediaType, of, erasedAt } = held
  const pieces = erasedAt === undefined ? await deps.attachments.pieces(id) : []
  const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0)
  return { id, mediaType, bytes, complete: pieces.length === of, ...(erasedAt !== undefined && { erasedAt }) }
}
