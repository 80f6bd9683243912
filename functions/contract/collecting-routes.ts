import { consultationPath, reportsPath } from './office-paths.ts'
import type { OfficeRoute } from './office-routes.ts'

/** What contact points do: tasks, uploads, revisions, reports upward, and everything of a collector's device. */
export const collectingRoutes = [
  { method: 'GET', path: '/office/api/tasks', allows: ['task.read'] },
  { method: 'GET', path: '/office/api/tasks/:consultationId/template.xlsx', allows: ['batch.upload'] },
  { method: 'GET', path: '/office/api/tasks/:consultationId/batches', allows: ['batch.upload'] },
  { method: 'PUT', path: '/office/api/batches/:batchId', allows: ['batch.upload'] },
  { method: 'POST', path: '/office/api/batches/answers.xlsx', allows: ['batch.upload'] },
  { method: 'GET', path: '/office/api/mappings', allows: ['batch.upload'] },
  { method: 'PUT', path: '/office/api/mappings/:mappingId', allows: ['batch.upload'] },
  { method: 'POST', path: '/office/api/mappings/:mappingId/remove', allows: ['batch.upload'] },

  {
    method: 'GET',
    path: `${consultationPath}/opinions/:opinionId/history`,
    allows: ['opinion.readAll', 'opinion.readOwn'],
  },
  { method: 'POST', path: `${consultationPath}/opinions/:opinionId/revisions`, allows: ['opinion.revise'] },
  { method: 'GET', path: `${consultationPath}/alike`, allows: ['opinion.readOwn'] },
  { method: 'GET', path: '/office/api/roll-up', allows: ['rollUp.read'] },
  { method: 'GET', path: '/office/api/reports', allows: ['report.read'] },
  { method: 'GET', path: reportsPath, allows: ['report.read'] },
  { method: 'PUT', path: `${reportsPath}/:number`, allows: ['report.write'] },
  { method: 'POST', path: `${reportsPath}/:number/review`, allows: ['report.write'] },
  { method: 'POST', path: `${reportsPath}/:number/submit`, allows: ['report.write'] },
  { method: 'POST', path: `${reportsPath}/:number/return`, allows: ['report.receive'] },
  { method: 'POST', path: `${reportsPath}/:number/receive`, allows: ['report.receive'] },
  { method: 'GET', path: `${reportsPath}/:number/report.docx`, allows: ['report.read'] },

  { method: 'GET', path: '/office/api/collect/kit', allows: ['opinion.collect'] },
  { method: 'POST', path: '/office/api/collect/data-key', allows: ['opinion.collect'] },
  { method: 'POST', path: '/office/api/opinions', allows: ['opinion.collect'] },
  { method: 'POST', path: '/office/api/opinions/lookup', allows: ['receipt.lookup'] },
  { method: 'POST', path: '/office/api/carried', allows: ['carried.import'] },
  { method: 'POST', path: '/office/api/carried/pieces', allows: ['carried.import'] },
  { method: 'GET', path: '/office/api/quarantine', allows: ['quarantine.settle'] },
  { method: 'POST', path: '/office/api/quarantine/:quarantineId', allows: ['quarantine.settle'] },
  { method: 'GET', path: '/office/api/devices', allows: ['device.read'] },
  { method: 'POST', path: '/office/api/devices', allows: ['opinion.collect'] },
  { method: 'POST', path: '/office/api/devices/codes', allows: ['device.invite'] },
  { method: 'POST', path: '/office/api/devices/:deviceId/revoke', allows: ['device.revoke'] },
  { method: 'PUT', path: '/office/api/attachments/:attachmentId/:piece', allows: ['opinion.collect'] },
  { method: 'GET', path: '/office/api/attachments/:attachmentId/pieces', allows: ['attachment.read'] },
  { method: 'GET', path: '/office/api/attachments/:attachmentId', allows: ['attachment.read'] },
  { method: 'GET', path: `${consultationPath}/sessions`, allows: ['attachment.read'] },
] as const satisfies readonly OfficeRoute[]
