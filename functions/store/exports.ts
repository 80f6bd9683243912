import { ExportJob } from '#core/deciding/export-job.ts'
import type { Exports } from '#core/deciding/export-ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Long jobs of writing tables on the table `desk`. */
export function makeExports(desk: Desk): Exports {
  return {
    listOf: (c) => desk.list(ExportJob, deskKeys.exports(c)),
    find: (c, id) => desk.find(ExportJob, deskKeys.export(c, id)),
    put: (job, readRev) => desk.put(deskKeys.export(job.consultationId, job.id), job, readRev),
  }
}
