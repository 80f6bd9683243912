import type { Hono } from 'hono'
import { pagePaths } from '#contract/page-paths.ts'
import { PortalError } from '#core/portal-error.ts'
import { signIn, signOut } from '../../actions/people/sign-in.ts'
import { errorFacts } from '../../telemetry/telemetry.ts'
import type { AppContext, AppEnv } from '../app-env.ts'
import { createIdentityClient } from '../identity-client.ts'
import { keepLogin, takeLogin } from '../login-cookie.ts'
import type { OfficeDeps } from '../office-deps.ts'
import { clearSessionCookie, sessionCookie, setSessionCookie } from '../session-cookie.ts'

/** Only a path of this very site; anything else goes to the desk. */
export function safeReturn(wanted: string | undefined, origin: string): string {
  if (wanted === undefined || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return pagePaths.desk
  const url = new URL(wanted, origin)
  return url.origin === origin ? url.pathname + url.search + url.hash : pagePaths.desk
}

/** `/office/login`, `/office/callback`, `/office/logout`: OpenID Connect out, a session of ours in. */
export function signInRoutes(app: Hono<AppEnv>, deps: OfficeDeps): void {
  const { settings, keys, clock, telemetry } = deps
  const { origin } = settings
  const identity = createIdentityClient(deps.oidc, origin)

  function providerFailed(c: AppContext, error: unknown): PortalError {
    const { errorName } = errorFacts(error)
    const code = (error as { code?: unknown } | undefined)?.code
    const errorCode = typeof code === 'string' ? code : ''
    telemetry.emit('identity-provider-failed', { requestId: c.get('requestId'), errorName, errorCode })
    return new PortalError('signed-out', { reason: 'identity-provider' })
  }

  app.use('/office/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  app.get('/office/login', async (c) => {
    const returnTo = safeReturn(c.req.query('return'), origin)
    const departure = await identity.depart(c.req.query('login_hint')).catch((error: unknown) => {
      providerFailed(c, error)
      throw new PortalError('busy', { reason: 'identity-provider' })
    })
    const { state, nonce, verifier } = departure
    keepLogin(c, { state, nonce, verifier, returnTo }, { keys, origin, now: clock.now() })
    return c.redirect(departure.url.href, 303)
  })

  app.get('/office/callback', async (c) => {
    const login = takeLogin(c, keys, clock.now())
    if (login === undefined) throw new PortalError('signed-out', { reason: 'login-expired' })
    const { search } = new URL(c.req.url)
    const subject = await identity
      .arrive(new URL(`/office/callback${search}`, origin), login)
      .catch((error: unknown) => {
        throw providerFailed(c, error)
      })
    const requestId = c.get('requestId')
    try {
      const { cookie, member } = await signIn(deps, subject, clock.now())
      setSessionCookie(c, origin, cookie)
      telemetry.emit('signed-in', { requestId, memberId: member.id, role: member.role })
      return c.redirect(login.returnTo, 303)
    } catch (error) {
      const reason = error instanceof PortalError ? error.facts['reason'] : undefined
      if (typeof reason === 'string') telemetry.emit('sign-in-refused', { requestId, reason })
      throw error
    }
  })

  app.on(['GET', 'POST'], '/office/logout', async (c) => {
    // A link on another site must not sign anybody out.
    if (c.req.header('sec-fetch-site') !== 'cross-site') {
      await signOut(deps, sessionCookie(c, origin))
      clearSessionCookie(c, origin)
      telemetry.emit('signed-out', { requestId: c.get('requestId') })
    }
    return c.redirect(pagePaths.home, 303)
  })
}
