import type { OpinionHistory } from '#contract/revision-api.ts'
import type { ConsultationId, DeviceId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { may, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { type FamilyDeps, type FamilyMember, isFromDesk, opinionFamily, ownFamily } from './opinion-family.ts'
import { unsettledOf } from './settle-versions.ts'
import { shapeRevision } from './shape-revision.ts'

/**
 * Every revision of an opinion with who made it, oldest first (R9). Legislators and auditors read any, a contact point
 * its own. Refuses `not-permitted`, `not-found`.
 */
export async function readOpinionHistory(
  deps: FamilyDeps & Pick<Deps, 'members' | 'devices'>,
  member: Member,
  consultationId: ConsultationId,
  opinionId: OpinionId,
): Promise<OpinionHistory> {
  const readsAll = may(member, 'opinion.readAll')
  if (!readsAll) requirePermission(member, 'opinion.readOwn')
  const family = readsAll
    ? await opinionFamily(deps, consultationId, opinionId)
    : await ownFamily(deps, member, consultationId, opinionId)
  const names = new Map((await deps.members.list()).map(({ id, name }) => [id, name]))
  const devices = await namesOfDevices(deps, family)
  return {
    revisions: family.map((revision) => shapeRevision(revision, names, isFromDesk(deps, revision), devices)),
    unsettled: unsettledOf(deps, family),
  }
}

async function namesOfDevices(
  deps: Pick<Deps, 'devices'>,
  family: readonly FamilyMember[],
): Promise<ReadonlyMap<DeviceId, string>> {
  const ids = [...new Set(family.flatMap(({ deviceId }) => deviceId ?? []))]
  const held = await Promise.all(ids.map((id) => deps.devices.find(id)))
  return new Map(held.flatMap((device) => (device ? [[device.id, device.name] as const] : [])))
}
