import { limits } from '#contract/limits.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps, Session } from '#core/ports.ts'
import { sha256 } from '#core/sha256.ts'
import { instant, type Instant } from '#core/time.ts'

/** The store knows a session by the hash of its cookie, so a copy of the table signs nobody in. */
export function sessionIdOf(cookie: string): string {
  return sha256(`kaimen session v1\0${cookie}`).toString('base64url')
}

/**
 * Opens a session for a person the identity provider has vouched for. Membership and role are ours: a
 * subject without an active membership is refused with `not-a-member` (facts: `reason`).
 * `cookie` is 32 random bytes, base64url; it is shown once.
 */
export async function signIn(
  deps: Pick<Deps, 'members' | 'sessions' | 'randomness'>,
  subject: string,
  now: Instant,
): Promise<{ cookie: string; session: Session; member: Member }> {
  const member = await deps.members.findBySubject(subject)
  if (member === undefined) throw new PortalError('not-a-member', { reason: 'unknown-subject' })
  if (!member.active) throw new PortalError('not-a-member', { reason: 'inactive' })
  const cookie = Buffer.from(deps.randomness.bytes(32)).toString('base64url')
  const session: Session = {
    id: sessionIdOf(cookie),
    memberId: member.id,
    expiresAt: instant(Date.parse(now) + limits.sessionHours * 3_600_000),
  }
  await deps.sessions.append(session)
  return { cookie, session, member }
}

/** The member behind a session cookie; throws `signed-out` when it is unknown, expired or ended, `membership-ended` when its member is inactive. */
export async function signedInMember(
  deps: Pick<Deps, 'members' | 'sessions'>,
  cookie: string | undefined,
  now: Instant,
): Promise<Member> {
  const session = cookie ? await deps.sessions.find(sessionIdOf(cookie), now) : undefined
  const member = session && session.expiresAt > now ? await deps.members.find(session.memberId) : undefined
  if (member === undefined) throw new PortalError('signed-out')
  if (!member.active) throw new PortalError('membership-ended')
  return member
}

/** Ends a session at once, everywhere. */
export async function signOut(deps: Pick<Deps, 'sessions'>, cookie: string | undefined): Promise<void> {
  if (cookie) await deps.sessions.end(sessionIdOf(cookie))
}
