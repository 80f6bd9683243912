import { limits } from '#contract/limits.ts'
import type { QuarantineItem, QuarantineList } from '#contract/collect-api.ts'
import { correctDeviceTime } from '#core/collecting/device-clock.ts'
import { eachInFlight } from '#core/in-flight.ts'
import { quarantineSubjects } from './quarantine-subjects.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { QuarantinedOpinion } from '#core/collecting/quarantine.ts'

export type NamingDeps = Pick<
  Deps,
  'quarantine' | 'devices' | 'members' | 'consultations' | 'bills' | 'drafts'
>

/**
 * What was set aside: of the liaison's own contact point, or all of it, without the words, for an administrator. What
 * waits comes first, then the newest. Refuses `not-permitted`.
 */
export async function listQuarantine(deps: NamingDeps, member: Member): Promise<QuarantineList> {
  requirePermission(member, 'quarantine.settle')
  const own = member.role === 'admin' ? undefined : member.contactPointId
  if (member.role !== 'admin' && own === undefined) return { items: [] }
  const held = await deps.quarantine.list(own)
  if (held.length === 0) return { items: [] }
  const subjectOf = await quarantineSubjects(deps)
  const items = await eachInFlight(held, limits.maxPutsInFlight, (item) =>
    nameQuarantined(deps, member, item, subjectOf),
  )
  return { items: items.sort(waitingFirst) }
}

/** One item as a person may see it. */
export async function nameQuarantined(
  deps: NamingDeps,
  member: Member,
  held: QuarantinedOpinion,
  subjectOf: Awaited<ReturnType<typeof quarantineSubjects>>,
): Promise<QuarantineItem> {
  const { opinion, carried: _carried, ...item } = held
  const [subject, device, recorder, carrier] = await Promise.all([
    subjectOf(opinion),
    deps.devices.find(held.deviceId),
    deps.members.find(held.recordedBy),
    held.carriedBy && deps.members.find(held.carriedBy),
  ])
  return {
    ...item,
    consultationId: opinion.consultationId,
    ...subject,
    collectedAt: correctDeviceTime(opinion.collectedAt, held).at,
    ...(device && { deviceName: device.name }),
    ...(recorder && { recordedByName: recorder.name }),
    ...(carrier && { carriedByName: carrier.name }),
    ...(member.role !== 'admin' && { opinion }),
  }
}

function waitingFirst(a: QuarantineItem, b: QuarantineItem): number {
  const waiting = Number(a.settled !== undefined) - Number(b.settled !== undefined)
  return waiting || (a.receivedAt > b.receivedAt ? -1 : Number(a.receivedAt < b.receivedAt))
}
