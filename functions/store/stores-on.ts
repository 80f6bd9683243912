import type { Deps } from '#core/ports.ts'
import { objectKeys } from '#contract/objects.ts'
import { makeAssignments } from './assignments.ts'
import { makeAttachments } from './attachments.ts'
import { makeAudit } from './audit.ts'
import { makeBatches } from './batches.ts'
import { makeBulletinDrafts } from './bulletin-drafts.ts'
import { makeBulletinJobs } from './bulletin-jobs.ts'
import { makeBulletins } from './bulletins.ts'
import { makeCauses } from './causes.ts'
import { makeCollectingSessions } from './collecting-sessions.ts'
import { makeColumnMappings } from './column-mappings.ts'
import { makeDecisions } from './decisions.ts'
import { deskKeys } from './desk-keys.ts'
import { makeDesk } from './desk.ts'
import { makeDevices } from './devices.ts'
import { makeEnrolmentCodes } from './enrolment-codes.ts'
import { makeExports } from './exports.ts'
import { makeGroups } from './groups.ts'
import { makeJointAnswers } from './joint-answers.ts'
import { makeLineages } from './lineages.ts'
import { makeLogSegments } from './log-segments.ts'
import { makeLogStore } from './log-store.ts'
import { makeMembers } from './members.ts'
import { makePublishedFiles } from './published-files.ts'
import { publicStoresOn, type StoreGround } from './public-stores-on.ts'
import { makeReports } from './reports.ts'
import { makeQuarantine } from './quarantine.ts'
import { makeSessions } from './sessions.ts'
import { makeStandings } from './standings.ts'
import { makeTasks } from './tasks.ts'

/** Everything of `Deps` that is kept somewhere. */
export type Stores = Omit<Deps, 'settings' | 'clock' | 'randomness' | 'keys' | 'mail'>

/** Makes every store on tables and objects, whoever speaks to them. Nothing is read or written until a store is used. */
export function storesOn(ground: StoreGround): Stores {
  const { tables, objects, tableNames, logOrigin, keys } = ground
  const desk = makeDesk(tables, tableNames.desk)
  const logStore = makeLogStore(desk, objects, logOrigin, keys)
  return {
    ...publicStoresOn(ground),
    lineages: makeLineages(desk, objects),
    causes: makeCauses(desk),
    tasks: makeTasks(desk),
    members: makeMembers(desk),
    sessions: makeSessions(desk),
    decisions: makeDecisions(desk),
    bulletins: makeBulletins(desk, objects),
    bulletinDrafts: makeBulletinDrafts(desk),
    bulletinJobs: makeBulletinJobs(desk),
    groups: makeGroups(desk, objects),
    facts: makeLogSegments(desk, objects, { head: deskKeys.factsHead, segment: objectKeys.factsSegment }),
    standings: makeStandings(desk, objects),
    assignments: makeAssignments(desk),
    jointAnswers: makeJointAnswers(desk),
    exports: makeExports(desk),
    batches: makeBatches(desk, objects),
    columnMappings: makeColumnMappings(desk),
    reports: makeReports(desk),
    logStore,
    published: makePublishedFiles(desk, objects),
    audit: makeAudit(desk),
    devices: makeDevices(desk),
    enrolmentCodes: makeEnrolmentCodes(desk),
    collectingSessions: makeCollectingSessions(desk),
    quarantine: makeQuarantine(desk),
    attachments: makeAttachments(desk, objects),
  }
}
