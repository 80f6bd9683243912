import type { CollectingSession } from '#contract/collect-api.ts'
import { EngineError } from './engine-error.ts'
import { instantOf, type SessionOnDevice } from './on-device.ts'
import type { Records } from './records.ts'
import { sameContent } from './same-content.ts'
import type { World } from './world.ts'

/**
 * Keeps a session and puts it into the queue. `before` is what the form was filled from: when the device holds something
 * else by now, another window wrote it, and neither overwrites the other unseen.
 */
export async function keepSession(
  world: World,
  records: Records,
  session: CollectingSession,
  before: CollectingSession | undefined,
): Promise<void> {
  const delivery = { state: 'queued', tries: 0 } as const
  const kept: SessionOnDevice = { session, savedAt: instantOf(world.nowMs()), delivery }
  if (records.find(session.id) === undefined) return records.add('session', session.id, kept)
  await records.change<SessionOnDevice>(session.id, (now) => {
    if (before !== undefined && !isSameSession(now.session, before))
      throw new EngineError('changed-elsewhere')
    return kept
  })
}

/** Photos are the device's own list, whatever a form remembers of them. */
function isSameSession(a: CollectingSession, b: CollectingSession): boolean {
  return sameContent({ ...a, attachments: [] }, { ...b, attachments: [] })
}
