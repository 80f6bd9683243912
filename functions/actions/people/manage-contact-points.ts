import type { ContactPointInput, ContactPointList } from '#contract/office-api.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { legislatureShelf } from '#core/collecting/upload-shelf.ts'
import { requireStationsKept } from './manage-stations.ts'
import { writeAudit } from '../write-audit.ts'

/** Every contact point of both networks. Refuses `not-permitted`. */
export async function listContactPoints(
  deps: Pick<Deps, 'contactPoints'>,
  member: Member,
): Promise<ContactPointList> {
  requirePermission(member, 'contactPoint.read')
  return { contactPoints: await deps.contactPoints.list() }
}

/**
 * Adds (`readRev` 0) or changes a contact point. Refuses `not-permitted`, `changed-meanwhile`, `already-exists` for the
 * name the legislature's own uploads have, and `invalid-fields` when a
 * station would vanish.
 */
export async function putContactPoint(
  deps: Pick<Deps, 'contactPoints' | 'audit'>,
  member: Member,
  id: ContactPointId,
  input: ContactPointInput,
  readRev: number,
  now: Instant,
): Promise<ContactPoint> {
  requirePermission(member, 'contactPoint.write')
  if (id === legislatureShelf) throw new PortalError('already-exists', { kind: 'contact-point', id })
  const held = readRev === 0 ? undefined : await deps.contactPoints.get(id)
  requireStationsKept(held?.stations ?? [], input.stations)
  const stored = await deps.contactPoints.put({ ...input, id, rev: readRev }, readRev)
  const facts = { owner: input.owner, tier: input.tier, stations: input.stations.length }
  await writeAudit(deps, member, { action: 'contactPoint.put', subject: id, facts }, now)
  return stored
}
