import type { OpinionAnswer } from '#contract/collect-api.ts'
import type { CollectedContent } from '#core/collecting/collected-opinion.ts'
import type { OpinionId } from '#core/ids.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { quarantineIdOf, type QuarantinedOpinion } from '#core/collecting/quarantine.ts'
import { cameInBefore } from './came-in-before.ts'
import type { SendingGround } from './store-collected.ts'

/**
 * Sets one opinion aside with its times as they are (OFFLINE rows 15, 19). The same record is set aside once, however
 * often it is sent; one that had come in before is a repeat of it.
 */
export async function setAside(
  deps: Pick<Deps, 'inbox' | 'quarantine'>,
  ground: SendingGround,
  id: OpinionId,
  opinion: CollectedContent,
): Promise<OpinionAnswer> {
  const before = await cameInBefore(deps, id, opinion, ground.sending.contactPointId)
  if (before !== undefined) {
    const { receivedAt, flags } = before
    return { id, verdict: 'repeated', receivedAt, problems: [], flags }
  }
  const item = quarantined(ground, id, opinion)
  const held = await append(deps, item)
  return { id, verdict: 'quarantined', receivedAt: held.receivedAt, problems: [], flags: [] }
}

function quarantined(
  { sending, sessions }: SendingGround,
  opinionId: OpinionId,
  opinion: CollectedContent,
): QuarantinedOpinion {
  const { contactPointId, deviceId, recordedBy, carriedBy, sentAt, receivedAt, setAside: reason } = sending
  const session = sessions.find(({ id }) => id === opinion.sessionId)
  return {
    id: quarantineIdOf(opinionId, opinion),
    contactPointId,
    reason: reason ?? 'device-unknown',
    opinionId,
    opinion,
    ...(session && { session }),
    deviceId,
    recordedBy,
    ...(carriedBy && { carriedBy }),
    carried: sending.carried,
    sentAt,
    receivedAt,
    rev: 0,
  }
}

async function append(deps: Pick<Deps, 'quarantine'>, item: QuarantinedOpinion): Promise<QuarantinedOpinion> {
  const held = await deps.quarantine.find(item.contactPointId, item.id)
  if (held !== undefined) return held
  try {
    return await deps.quarantine.put(item, 0)
  } catch (error) {
    const isRace = isRefusal(error, 'changed-meanwhile')
    const first = isRace ? await deps.quarantine.find(item.contactPointId, item.id) : undefined
    if (first === undefined) throw error
    return first
  }
}
