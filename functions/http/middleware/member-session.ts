import { createMiddleware } from 'hono/factory'
import type { OfficeRoute } from '#contract/office-routes.ts'
import { may } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import { signedInMember } from '../../actions/people/sign-in.ts'
import type { OfficeDeps, OfficeEnv } from '../office-deps.ts'
import { sessionCookie } from '../session-cookie.ts'

/** Puts the member behind the session on the request, or answers 401. */
export function memberSession(deps: OfficeDeps) {
  return createMiddleware<OfficeEnv>(async (c, next) => {
    const cookie = sessionCookie(c, deps.settings.origin)
    c.set('member', await signedInMember(deps, cookie, deps.clock.now()))
    await next()
  })
}

/** Answers 403 to every role the route does not name. */
export function permitted(allows: OfficeRoute['allows']) {
  return createMiddleware<OfficeEnv>(async (c, next) => {
    const member = c.get('member')
    if (allows !== 'signed-in' && !allows.some((permission) => may(member, permission)))
      throw new PortalError('not-permitted', { permission: allows.join(' | '), role: member.role })
    await next()
  })
}
