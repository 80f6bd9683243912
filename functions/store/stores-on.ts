import type { Deps, Keys } from '#core/ports.ts'
import { objectKeys } from '#contract/objects.ts'
import type { TableName } from '#contract/tables.ts'
import { makeAnswerMails } from './answer-mails.ts'
import { makeAssignments } from './assignments.ts'
import { makeAttachments } from './attachments.ts'
import { makeAudit } from './audit.ts'
import { makeBatches } from './batches.ts'
import { makeBills } from './bills.ts'
import { makeBulletinDrafts } from './bulletin-drafts.ts'
import { makeBulletins } from './bulletins.ts'
import { makeCauses } from './causes.ts'
import { makeCollectingSessions } from './collecting-sessions.ts'
import { makeColumnMappings } from './column-mappings.ts'
import { makeConsultations } from './consultations.ts'
import { makeContactPoints } from './contact-points.ts'
import { makeDecisions } from './decisions.ts'
import { deskKeys } from './desk-keys.ts'
import { makeDesk } from './desk.ts'
import { makeDevices } from './devices.ts'
import { makeDrafts } from './drafts.ts'
import { makeEnrolmentCodes } from './enrolment-codes.ts'
import { makeExports } from './exports.ts'
import { makeGroups } from './groups.ts'
import { makeInbox } from './inbox.ts'
import { makeJointAnswers } from './joint-answers.ts'
import { makeLineages } from './lineages.ts'
import { makeLogSegments } from './log-segments.ts'
import { makeLogStore } from './log-store.ts'
import { makeMembers } from './members.ts'
import { makeOpinionLog } from './opinion-log.ts'
import { makePeople } from './people.ts'
import { makePublishedFiles } from './published-files.ts'
import { makeReports } from './reports.ts'
import { makeQuarantine } from './quarantine.ts'
import { makeSessions } from './sessions.ts'
import { makeStandings } from './standings.ts'
import { makeTasks } from './tasks.ts'
import type { ObjectStore } from '#core/log-ports.ts'
import type { Tables } from './tables.ts'

/** Everything of `Deps` that is kept somewhere. */
export type Stores = Omit<Deps, 'settings' | 'clock' | 'randomness' | 'keys' | 'mail'>

/** What stores are made on. `logOrigin`: the log's name in its checkpoints, host and path without scheme. */
export interface StoreGround {
  tables: Tables
  objects: ObjectStore
  tableNames: Record<TableName, string>
  logOrigin: string
  keys: Keys
}

/** Makes every store on tables and objects, whoever speaks to them. Nothing is read or written until a store is used. */
export function storesOn({ tables, objects, tableNames, logOrigin, keys }: StoreGround): Stores {
  const desk = makeDesk(tables, tableNames.desk)
  const logStore = makeLogStore(desk, objects, logOrigin, keys)
  return {
    inbox: makeInbox(tables, tableNames.opinions),
    people: makePeople(tables, tableNames.people),
    answerMails: makeAnswerMails(tables, tableNames.people, desk),
    bills: makeBills(desk),
    drafts: makeDrafts(desk, objects),
    lineages: makeLineages(desk, objects),
    causes: makeCauses(desk),
    consultations: makeConsultations(desk),
    contactPoints: makeContactPoints(desk),
    tasks: makeTasks(desk),
    members: makeMembers(desk),
    sessions: makeSessions(desk),
    decisions: makeDecisions(desk),
    bulletins: makeBulletins(desk, objects),
    bulletinDrafts: makeBulletinDrafts(desk),
    groups: makeGroups(desk, objects),
    facts: makeLogSegments(desk, objects, { head: deskKeys.factsHead, segment: objectKeys.factsSegment }),
    standings: makeStandings(desk, objects),
    assignments: makeAssignments(desk),
    jointAnswers: makeJointAnswers(desk),
    exports: makeExports(desk),
    batches: makeBatches(desk, objects),
    columnMappings: makeColumnMappings(desk),
    reports: makeReports(desk),
    opinionLog: makeOpinionLog(logStore),
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
