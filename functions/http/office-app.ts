import type { Hono } from 'hono'
import { officeRoutes, type OfficeRouteKey } from '#contract/office-routes.ts'
import type { AppEnv } from './app-env.ts'
import { createBaseApp } from './base-app.ts'
import { memberSession, permitted } from './middleware/member-session.ts'
import type { OfficeDeps, OfficeEnv, OfficeHandlers } from './office-deps.ts'
import { attachmentHandlers } from './routes/office/attachments.ts'
import { batchHandlers } from './routes/office/batches.ts'
import { billHandlers } from './routes/office/bills.ts'
import { bulletinHandlers } from './routes/office/bulletins.ts'
import { collectHandlers } from './routes/office/collect.ts'
import { consultationHandlers } from './routes/office/consultations.ts'
import { deviceHandlers } from './routes/office/devices.ts'
import { exportHandlers } from './routes/office/exports.ts'
import { feedbackHandlers } from './routes/office/feedback.ts'
import { groupHandlers } from './routes/office/groups.ts'
import { lineageHandlers } from './routes/office/lineage.ts'
import { mappingHandlers } from './routes/office/mappings.ts'
import { openApiHandlers } from './routes/office/openapi.ts'
import { opinionWorkHandlers } from './routes/office/opinion-work.ts'
import { opinionHandlers } from './routes/office/opinions.ts'
import { peopleHandlers } from './routes/office/people.ts'
import { reportHandlers } from './routes/office/reports.ts'
import { tableHandlers } from './routes/office/tables.ts'
import { signInRoutes } from './routes/sign-in.ts'

/**
 * The app for members of the staff: sign-in under `/office`, everything else under `/office/api`. Routes and
 * who may call them come from one table; a route without a handler does not compile, a handler without a
 * route is never reached.
 */
export function createOfficeApp(deps: OfficeDeps): Hono<AppEnv> {
  const app = createBaseApp(deps, 'office')
  signInRoutes(app, deps)
  const handlers: OfficeHandlers<OfficeRouteKey> = {
    ...openApiHandlers(deps),
    ...peopleHandlers(deps),
    ...billHandlers(deps),
    ...lineageHandlers(deps),
    ...consultationHandlers(deps),
    ...bulletinHandlers(deps),
    ...opinionHandlers(deps),
    ...opinionWorkHandlers(deps),
    ...tableHandlers(deps),
    ...exportHandlers(deps),
    ...groupHandlers(deps),
    ...batchHandlers(deps),
    ...mappingHandlers(deps),
    ...collectHandlers(deps),
    ...deviceHandlers(deps),
    ...attachmentHandlers(deps),
    ...reportHandlers(deps),
    ...feedbackHandlers(deps),
  }
  // Typed apart: behind `memberSession` every handler has a member.
  const office = app as unknown as Hono<OfficeEnv>
  const session = memberSession(deps)
  for (const { method, path, allows } of officeRoutes)
    office.on(method, path, session, permitted(allows), handlers[`${method} ${path}` as OfficeRouteKey])
  return app
}
