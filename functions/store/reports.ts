import type { Reports } from '#core/ports.ts'
import { Report } from '#core/report/report.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Reports 上报 on the table `desk`: ids and a contact point's own words, 22 characters an opinion. */
export function makeReports(desk: Desk): Reports {
  return {
    listOf: (consultationId, contactPointId) =>
      desk.list(Report, deskKeys.reports, deskKeys.reportsOf(consultationId, contactPointId)),
    find: (consultationId, contactPointId, number) =>
      desk.find(Report, deskKeys.report(consultationId, contactPointId, number)),
    put: (report, readRev) =>
      desk.put(deskKeys.report(report.consultationId, report.contactPointId, report.number), report, readRev),
  }
}
