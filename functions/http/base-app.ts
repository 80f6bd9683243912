import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { PortalError } from '#core/portal-error.ts'
import type { AppEnv, BaseDeps } from './app-env.ts'
import { requestRecord } from './middleware/request-record.ts'
import { sameOriginWrites } from './middleware/same-origin.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { answerProblem, MethodNotAllowed } from './problems.ts'

/** An app that names, guards and records every request, and turns every refusal into a problem. */
export function createBaseApp(deps: BaseDeps, name: 'public' | 'office'): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(requestRecord(deps, name), securityHeaders(deps))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_c, allowed) => {
        throw new MethodNotAllowed(allowed)
      },
    }),
  )
  app.use(sameOriginWrites(deps))
  app.onError((error, c) => answerProblem(deps, name, error, c))
  app.notFound((c) => answerProblem(deps, name, new PortalError('not-found', { kind: 'address' }), c))
  return app
}
