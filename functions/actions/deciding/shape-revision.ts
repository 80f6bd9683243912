import type { OpinionRevision } from '#contract/revision-api.ts'
import type { DeviceId, MemberId } from '#core/ids.ts'
import type { FamilyMember } from './opinion-family.ts'

/** One revision as the desk reads it. */
export function shapeRevision(
  revision: FamilyMember,
  names: ReadonlyMap<MemberId, string>,
  fromDesk = true,
  devices: ReadonlyMap<DeviceId, string> = new Map(),
): OpinionRevision {
  const { id, supersedes, joins, receivedAt, content, batchId, recordedBy, recorderName, logged } = revision
  const { collectedAt, deviceId } = revision
  const { verbatim, drafted, proposedText, reason } = content
  const device = deviceId && devices.get(deviceId)
  const name = recorderName ?? (recordedBy === undefined ? undefined : (names.get(recordedBy) ?? recordedBy))
  return {
    id,
    ...(supersedes !== undefined && { supersedes }),
    ...(joins !== undefined && { joins }),
    receivedAt,
    ...(collectedAt !== undefined && { collectedAt }),
    ...(device !== undefined && { device }),
    ...(name !== undefined && { recordedBy: name }),
    road: fromDesk ? 'desk' : batchId !== undefined ? 'table' : 'taken',
    verbatim,
    ...(drafted !== undefined && { drafted }),
    ...(proposedText !== undefined && { proposedText }),
    ...(reason !== undefined && { reason }),
    logged,
  }
}
