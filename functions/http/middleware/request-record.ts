import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { AppEnv, BaseDeps } from '../app-env.ts'

/** Names each request, and records how it was answered: route pattern, status and time, never its URL. */
export function requestRecord({ randomness, clock, telemetry }: BaseDeps, app: string) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const requestId = Buffer.from(randomness.bytes(9)).toString('base64url')
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    const began = Date.parse(clock.now())
    await next()
    const durationMs = Date.parse(clock.now()) - began
    const route = routePath(c, -1)
    telemetry.emit('request', {
      requestId,
      app,
      method: c.req.method,
      route,
      status: c.res.status,
      durationMs,
    })
  })
}
