import * as z from 'zod'
import { MemberId } from '#core/ids.ts'
import type { Session, Sessions } from '#core/ports.ts'
import { Instant } from '#core/time.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredSession: z.ZodType<Session> = z.strictObject({
  id: z.string(),
  memberId: MemberId,
  expiresAt: Instant,
})

/** Sessions on the table `desk`, removed by its TTL; an expired one that still stands is absent. */
export function makeSessions(desk: Desk): Sessions {
  return {
    append: (session) => {
      const expiresAtSeconds = Math.ceil(Date.parse(session.expiresAt) / 1000)
      return desk.append(deskKeys.session(session.id), { ...session, expiresAtSeconds })
    },
    find: async (id, now) => {
      const session = await desk.find(StoredSession, deskKeys.session(id))
      return session !== undefined && now < session.expiresAt ? session : undefined
    },
    end: (id) => desk.remove(deskKeys.session(id)),
  }
}
