import type { SyncRequest } from '#contract/collect-api.ts'
import { limits } from '#contract/limits.ts'
import type { Delivery, StoredOpinion } from './collector.ts'
import { sendable, withAttachments, type AttachmentOnDevice, type SessionOnDevice } from './on-device.ts'
import type { Records } from './records.ts'

/** A line of a carried file stays below what one request may bring, sealed and as base64 (`maxCarriedBytes`). */
const maxChars = 400_000

const isUnsent = ({ delivery }: { delivery: Delivery }) => delivery.state === 'queued'

export function unsentOpinions(records: Records): StoredOpinion[] {
  return records.list<StoredOpinion>('opinion').filter(isUnsent)
}

export function unsentSessions(records: Records): SessionOnDevice[] {
  return records.list<SessionOnDevice>('session').filter(isUnsent)
}

/**
 * Everything unsent as a sync would send it, in requests of their own. Each brings the sessions its opinions name: taken
 * in or set aside, an opinion's occasion is then known with it, and a session that comes twice is a repeat.
 */
export function requestsOf(records: Records, head: { deviceId: string; sentAt: string }): SyncRequest[] {
  const attachments = records.list<AttachmentOnDevice>('attachment')
  const sessions = new Map(
    unsentSessions(records).map(({ session }) => [
      session.id as string,
      withAttachments(session, attachments),
    ]),
  )
  const named = new Set<string>()
  const requests = cut(unsentOpinions(records).map(sendable)).map((opinions) => {
    const own = new Set(opinions.flatMap(({ sessionId }) => sessionId ?? []))
    for (const id of own) named.add(id)
    return { ...head, sessions: [...own].flatMap((id) => sessions.get(id) ?? []), opinions }
  })
  const silent = [...sessions].filter(([id]) => !named.has(id)).map(([, session]) => session)
  return [
    ...requests,
    ...cut(silent).map((part) => ({ ...head, sessions: part, opinions: [] })),
  ] as SyncRequest[]
}

/** In runs that fit one request by number and by size; a single one that is larger goes alone. */
function cut<T>(all: readonly T[]): T[][] {
  const runs: T[][] = []
  let chars = Infinity
  for (const one of all) {
    const length = JSON.stringify(one).length
    const run = runs.at(-1)
    if (run === undefined || run.length >= limits.maxSyncRecords || chars + length > maxChars) {
      runs.push([one])
      chars = length
    } else {
      run.push(one)
      chars += length
    }
  }
  return runs
}
