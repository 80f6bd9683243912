import { BulletinJob, type BulletinJobs } from '#core/bulletin/bulletin-job.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Jobs of long bulletins on the table `desk`, one item a kind. */
export function makeBulletinJobs(desk: Desk): BulletinJobs {
  return {
    find: ({ consultationId, kind }) => desk.find(BulletinJob, deskKeys.bulletinJob(consultationId, kind)),
    put: (job, readRev) => desk.put(deskKeys.bulletinJob(job.consultationId, job.kind), job, readRev),
  }
}
