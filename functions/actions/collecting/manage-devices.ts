import type { DeviceList } from '#contract/collect-api.ts'
import type { Device } from '#core/collecting/device.ts'
import type { DeviceId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { memberNames } from '../member-names.ts'
import { writeAudit } from '../write-audit.ts'

const attempts = 6

/** Devices of the member's own contact point, or all for an administrator, and whose they are. Refuses `not-permitted`. */
export async function listDevices(
  deps: Pick<Deps, 'devices' | 'members'>,
  member: Member,
): Promise<DeviceList> {
  requirePermission(member, 'device.read')
  const devices = (await deps.devices.list()).filter((device) => isOwn(member, device))
  const names = await memberNames(
    deps,
    devices.map(({ enrolledBy }) => enrolledBy),
  )
  return {
    devices: devices.map((device) => {
      const enrolledByName = names.get(device.enrolledBy)
      return { ...device, ...(enrolledByName !== undefined && { enrolledByName }) }
    }),
  }
}

/**
 * Ends a lost device's enrolment: what it sends from now on is set aside (OFFLINE row 19). Again: nothing changes.
 * Refuses `not-permitted`, `not-found`.
 */
export async function revokeDevice(
  deps: Pick<Deps, 'devices' | 'audit'>,
  member: Member,
  id: DeviceId,
  now: Instant,
): Promise<Device> {
  requirePermission(member, 'device.revoke')
  for (let attempt = 1; ; attempt += 1) {
    const held = await deps.devices.find(id)
    if (held === undefined) throw new PortalError('not-found', { kind: 'device' })
    if (!isOwn(member, held))
      throw new PortalError('not-permitted', { permission: 'other-contact-point', role: member.role })
    if (held.revokedAt !== undefined) return held
    try {
      const device = await deps.devices.put({ ...held, revokedAt: now }, held.rev)
      const facts = { contactPointId: device.contactPointId }
      await writeAudit(deps, member, { action: 'device.revoke', subject: id, facts }, now)
      return device
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile') || attempt === attempts) throw error
    }
  }
}

function isOwn(member: Member, { contactPointId }: Device): boolean {
  return member.role === 'admin' || member.contactPointId === contactPointId
}
