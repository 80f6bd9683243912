import type { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { createBaseApp } from './base-app.ts'
import type { PublicDeps } from './public-deps.ts'
import { answerMailRoutes } from './routes/answer-mail.ts'
import { opinionRoutes } from './routes/opinions.ts'
import { problemPageRoutes } from './routes/problem-pages.ts'
import { publicReadingRoutes } from './routes/public-reading.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { sayRoutes } from './routes/say.ts'

/**
 * The app for everybody: read, say something, ask what became of it. Mounts `/api`, `/say`,
 * `/receipt/held` and `/problems`; knows no session and cannot read who anybody is.
 *
 * @example
 * const app = createPublicApp({ ...deps, authority, log: silentTelemetry })
 * const response = await app.request('/api/consultations')
 */
export function createPublicApp(deps: PublicDeps): Hono<AppEnv> {
  const app = createBaseApp(deps, 'public')
  publicReadingRoutes(app, deps)
  opinionRoutes(app, deps)
  receiptRoutes(app, deps)
  answerMailRoutes(app, deps)
  sayRoutes(app, deps)
  problemPageRoutes(app, deps)
  return app
}
