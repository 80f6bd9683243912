import type { CarriedContent, SyncRequest } from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import { sealCarried } from './carry.ts'
import type { Delivery, StoredOpinion } from './collector.ts'
import { EngineError } from './engine-error.ts'
import { kitOf } from './kit.ts'
import {
  instantOf,
  sendable,
  withAttachments,
  type AttachmentOnDevice,
  type SessionOnDevice,
} from './on-device.ts'
import type { Records } from './records.ts'
import type { DeviceKeys } from './vault.ts'
import type { World } from './world.ts'

const isUnsent = ({ delivery }: { delivery: Delivery }) => delivery.state === 'queued'

/** Everything unsent as one sealed and signed file, for safety or for somebody to carry (OFFLINE rows 14, 27). */
export async function writeBackup(world: World, device: DeviceKeys, records: Records): Promise<Blob> {
  const kit = kitOf(records)?.kit
  if (kit === undefined) throw new EngineError('locked')
  const attachments = records.list<AttachmentOnDevice>('attachment')
  const opinions = records.list<StoredOpinion>('opinion').filter(isUnsent).map(sendable)
  const sessions = records
    .list<SessionOnDevice>('session')
    .filter(isUnsent)
    .map(({ session }) => withAttachments(session, attachments))
  const writtenAt = instantOf(world.nowMs())
  const json: CarriedContent = {
    memberId: kit.member.id,
    requests: requestsOf(device, writtenAt, sessions, opinions),
  }
  const file = await sealCarried(world.crypto, device, kit.sealingKey, {
    writtenAt,
    opinions: opinions.length,
    json,
  })
  return new Blob([JSON.stringify(file)], { type: 'application/json' })
}

function requestsOf(
  device: DeviceKeys,
  sentAt: SyncRequest['sentAt'],
  sessions: SyncRequest['sessions'],
  opinions: SyncRequest['opinions'],
): SyncRequest[] {
  const requests: SyncRequest[] = []
  const size = limits.maxSyncRecords
  for (let at = 0; at < Math.max(sessions.length, opinions.length); at += size)
    requests.push({
      deviceId: device.id as SyncRequest['deviceId'],
      sentAt,
      sessions: sessions.slice(at, at + size),
      opinions: opinions.slice(at, at + size),
    })
  return requests
}
