import type { Permission } from '#core/permissions.ts'
import { collectingRoutes } from './collecting-routes.ts'
import { consultationPath, lineagePath } from './office-paths.ts'

/** A route of the office API. */
export interface OfficeRoute {
  method: 'GET' | 'POST' | 'PUT'
  /** Hono pattern. */
  path: string
  /** Any of these lets a member in; `signed-in` is open to every active member. */
  allows: readonly [Permission, ...Permission[]] | 'signed-in'
}

/**
 * Every route of the office API with who may call it. The app registers these and no others, and the role
 * matrix test iterates them: whatever is not here does not exist, whoever is not here is refused.
 */
export const officeRoutes = [
  { method: 'GET', path: '/office/api/me', allows: 'signed-in' },
  { method: 'GET', path: '/office/api/openapi.json', allows: 'signed-in' },

  { method: 'GET', path: '/office/api/bills', allows: ['bill.read'] },
  { method: 'POST', path: '/office/api/bills', allows: ['bill.write'] },
  { method: 'POST', path: '/office/api/drafts/preview', allows: ['draft.import'] },
  { method: 'POST', path: '/office/api/bills/:billId/drafts', allows: ['draft.import'] },
  { method: 'GET', path: '/office/api/drafts/:draftId', allows: ['consultation.read'] },
  { method: 'GET', path: '/office/api/drafts/:draftId/owed', allows: ['consultation.publish'] },
  { method: 'POST', path: '/office/api/drafts/:draftId/release', allows: ['consultation.publish'] },

  { method: 'GET', path: lineagePath, allows: ['consultation.read'] },
  { method: 'PUT', path: lineagePath, allows: ['lineage.correct'] },
  { method: 'GET', path: `${lineagePath}/comparison.docx`, allows: ['consultation.read'] },
  { method: 'GET', path: `${lineagePath}/causes`, allows: ['opinion.readAll'] },
  { method: 'POST', path: `${lineagePath}/causes`, allows: ['cause.write'] },
  { method: 'PUT', path: `${lineagePath}/causes/:side/:provisionId`, allows: ['cause.write'] },

  { method: 'POST', path: '/office/api/consultations', allows: ['consultation.write'] },
  { method: 'GET', path: consultationPath, allows: ['consultation.read'] },
  { method: 'POST', path: `${consultationPath}/announce`, allows: ['consultation.publish'] },
  { method: 'POST', path: `${consultationPath}/extend`, allows: ['consultation.publish'] },
  { method: 'POST', path: `${consultationPath}/withdraw`, allows: ['consultation.publish'] },
  { method: 'GET', path: `${consultationPath}/readiness`, allows: ['consultation.publish'] },
  { method: 'POST', path: `${consultationPath}/publish`, allows: ['consultation.publish'] },
  { method: 'GET', path: `${consultationPath}/bulletin`, allows: ['consultation.publish'] },
  { method: 'PUT', path: `${consultationPath}/bulletin`, allows: ['consultation.publish'] },
  { method: 'GET', path: `${consultationPath}/bulletin/preview`, allows: ['consultation.publish'] },
  { method: 'POST', path: `${consultationPath}/bulletin/preview`, allows: ['consultation.publish'] },
  { method: 'GET', path: `${consultationPath}/bulletin/jobs`, allows: ['consultation.publish'] },
  { method: 'GET', path: `${consultationPath}/bulletin/bulletin.docx`, allows: ['consultation.publish'] },

  { method: 'GET', path: `${consultationPath}/opinions`, allows: ['opinion.readAll', 'opinion.readOwn'] },
  {
    method: 'GET',
    path: `${consultationPath}/opinion-counts`,
    allows: ['opinion.readAll', 'opinion.readOwn'],
  },
  { method: 'GET', path: `${consultationPath}/assignments`, allows: ['opinion.readAll'] },
  { method: 'PUT', path: `${consultationPath}/assignments/:article`, allows: ['decision.write'] },
  { method: 'GET', path: `${consultationPath}/joint-answers`, allows: ['opinion.readAll'] },
  { method: 'POST', path: `${consultationPath}/joint-answers`, allows: ['decision.write'] },
  {
    method: 'POST',
    path: `${consultationPath}/joint-answers/:jointAnswerId/undo`,
    allows: ['decision.write'],
  },
  { method: 'PUT', path: `${consultationPath}/decisions/:opinionId`, allows: ['decision.write'] },
  { method: 'GET', path: `${consultationPath}/feedback-slips`, allows: ['opinion.readOwn'] },
  { method: 'GET', path: `${consultationPath}/groups`, allows: ['opinion.readAll'] },
  { method: 'GET', path: `${consultationPath}/groups/:groupId`, allows: ['opinion.readAll'] },
  { method: 'PUT', path: `${consultationPath}/groups/:groupId/decision`, allows: ['decision.write'] },
  { method: 'GET', path: `${consultationPath}/group-moves`, allows: ['opinion.readAll'] },
  { method: 'POST', path: `${consultationPath}/group-moves`, allows: ['group.move'] },
  { method: 'GET', path: `${consultationPath}/table.xlsx`, allows: ['table.download'] },
  { method: 'GET', path: `${consultationPath}/table.docx`, allows: ['table.download'] },
  { method: 'GET', path: `${consultationPath}/table.csv`, allows: ['table.download'] },
  { method: 'GET', path: `${consultationPath}/table.json`, allows: ['table.download'] },
  { method: 'POST', path: `${consultationPath}/table.xlsx`, allows: ['table.load'] },
  { method: 'POST', path: `${consultationPath}/table.csv`, allows: ['table.load'] },

  { method: 'GET', path: `${consultationPath}/exports`, allows: ['table.download'] },
  { method: 'POST', path: `${consultationPath}/exports`, allows: ['table.download'] },
  { method: 'POST', path: `${consultationPath}/exports/:exportId/restart`, allows: ['table.download'] },
  { method: 'GET', path: `${consultationPath}/exports/:exportId/files/:file`, allows: ['table.download'] },

  ...collectingRoutes,

  { method: 'GET', path: '/office/api/contact-points', allows: ['contactPoint.read'] },
  { method: 'PUT', path: '/office/api/contact-points/:contactPointId', allows: ['contactPoint.write'] },
  { method: 'PUT', path: '/office/api/contact-points/:contactPointId/stations', allows: ['station.write'] },
  { method: 'GET', path: '/office/api/members', allows: ['member.read'] },
  { method: 'PUT', path: '/office/api/members/:memberId', allows: ['member.write'] },
  { method: 'GET', path: '/office/api/audit', allows: ['audit.read'] },
] as const satisfies readonly OfficeRoute[]

type KeyOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${M} ${P}`
  : never

/** `GET /office/api/me`: each must have exactly one handler, or the app does not compile. */
export type OfficeRouteKey = KeyOf<(typeof officeRoutes)[number]>
