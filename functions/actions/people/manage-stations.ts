import type { StationsInput } from '#contract/office-api.ts'
import type { ContactPoint, Station } from '#core/contact-point.ts'
import type { ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Adds, renames, closes and opens again the stations of a contact point: an administrator any, a liaison their own.
 * Refuses `not-permitted`, `not-found`, `invalid-fields` (as `requireStationsKept`), `changed-meanwhile`.
 */
export async function putStations(
  deps: Pick<Deps, 'contactPoints' | 'audit'>,
  member: Member,
  id: ContactPointId,
  { stations }: StationsInput,
  readRev: number,
  now: Instant,
): Promise<ContactPoint> {
  requirePermission(member, 'station.write')
  if (member.role !== 'admin' && member.contactPointId !== id)
    throw new PortalError('not-permitted', { permission: 'other-contact-point', role: member.role })
  const held = await deps.contactPoints.get(id)
  requireStationsKept(held.stations, stations)
  const stored = await deps.contactPoints.put({ ...held, stations, rev: readRev }, readRev)
  const closed = stations.filter(({ closedOn }) => closedOn !== undefined).length
  const facts = { stations: stations.length, closed }
  await writeAudit(deps, member, { action: 'station.put', subject: id, facts }, now)
  return stored
}

/**
 * A station that was ever there stays: opinions, sessions and members name it. Throws `invalid-fields` with `stations`:
 * `not-removable` when one is missing, `repeated` when one is there twice.
 */
export function requireStationsKept(held: readonly Station[], next: readonly Station[]): void {
  const ids = next.map(({ id }) => id)
  const isMissing = held.some(({ id }) => !ids.includes(id))
  const isRepeated = new Set(ids).size < ids.length
  if (!isMissing && !isRepeated) return
  const code = isMissing ? 'not-removable' : 'repeated'
  throw new PortalError('invalid-fields', { fields: [{ field: 'stations', code }] })
}
