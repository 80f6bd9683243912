import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { PortalError } from '#core/portal-error.ts'
import type { AppEnv, BaseDeps } from '../app-env.ts'

const reading = ['GET', 'HEAD', 'OPTIONS']

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function isForeign(c: Context, ownOrigin: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  if (origin === undefined || origin === ownOrigin) return false
  return hostOf(origin) === undefined || hostOf(origin) !== c.req.header('host')
}

/**
 * Refuses writes that a browser sends for another site: Sec-Fetch-Site where the browser tells it (Fetch
 * Metadata), else Origin against our own or the Host it was sent to. Scripts send neither and pass.
 */
export function sameOriginWrites({ settings }: Pick<BaseDeps, 'settings'>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!reading.includes(c.req.method) && isForeign(c, settings.origin))
      throw new PortalError('cross-site-request')
    await next()
  })
}
