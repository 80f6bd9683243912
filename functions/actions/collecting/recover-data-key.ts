import { DataKeyContent, type DataKeyAnswer, type SealedDataKey } from '#contract/collect-api.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { requireCollector } from './require-collector.ts'
import { openSealed } from './sealing-key.ts'
import { writeAudit } from '../write-audit.ts'

/**
 * Gives a collector who forgot the PIN the key of the records on their device, so that nothing collected is lost. Only
 * the member the key was sealed for gets it, and only on a device of their contact point that nobody has revoked: a
 * found phone opens for nobody. Refuses `not-permitted`, `carried-unreadable`.
 */
export async function recoverDataKey(
  deps: Pick<Deps, 'devices' | 'keys' | 'audit'>,
  member: Member,
  sealed: SealedDataKey,
  now: Instant,
): Promise<DataKeyAnswer> {
  const contactPointId = requireCollector(member)
  const device = await deps.devices.find(sealed.deviceId)
  const refused = () => new PortalError('not-permitted', { permission: 'data-key', role: member.role })
  if (device?.contactPointId !== contactPointId || device.revokedAt !== undefined) throw refused()
  const opened = openSealed(deps.keys, sealed, 'dataKey')
  if (opened === undefined) throw new PortalError('carried-unreadable', { reason: 'seal' })
  const content = DataKeyContent.parse(JSON.parse(opened.toString('utf8')))
  if (content.memberId !== member.id) throw refused()
  await writeAudit(
    deps,
    member,
    { action: 'dataKey.recover', subject: sealed.deviceId, facts: { contactPointId } },
    now,
  )
  return { dataKey: content.dataKey }
}
