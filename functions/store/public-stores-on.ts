import type { Deps, Keys } from '#core/ports.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import type { TableName } from '#contract/tables.ts'
import { makeAnswerMails } from './answer-mails.ts'
import { makeBills } from './bills.ts'
import { makeConsultations } from './consultations.ts'
import { makeContactPoints } from './contact-points.ts'
import { makeDesk } from './desk.ts'
import { makeDrafts } from './drafts.ts'
import { makeInbox } from './inbox.ts'
import { makeLogStore } from './log-store.ts'
import { makeOpinionLog } from './opinion-log.ts'
import { makePeople } from './people.ts'
import { makePublishedAnswers } from './published-answers.ts'
import type { Tables } from './tables.ts'

/** What stores are made on. `logOrigin`: the log's name in its checkpoints, host and path without scheme. */
export interface StoreGround {
  tables: Tables
  objects: ObjectStore
  tableNames: Record<TableName, string>
  logOrigin: string
  keys: Keys
}

/** What residents' requests need kept. */
export type PublicStores = Pick<
  Deps,
  | 'inbox'
  | 'people'
  | 'answerMails'
  | 'bills'
  | 'drafts'
  | 'consultations'
  | 'contactPoints'
  | 'publishedAnswers'
  | 'opinionLog'
>

/**
 * Makes these stores alone: the public function's cold start pays for no schema of the desk's. Nothing is read or
 * written until a store is used.
 */
export function publicStoresOn({ tables, objects, tableNames, logOrigin, keys }: StoreGround): PublicStores {
  const desk = makeDesk(tables, tableNames.desk)
  return {
    inbox: makeInbox(tables, tableNames.opinions),
    people: makePeople(tables, tableNames.people),
    answerMails: makeAnswerMails(tables, tableNames.people, desk),
    bills: makeBills(desk),
    drafts: makeDrafts(desk, objects),
    consultations: makeConsultations(desk),
    contactPoints: makeContactPoints(desk),
    publishedAnswers: makePublishedAnswers(desk, objects),
    opinionLog: makeOpinionLog(makeLogStore(desk, objects, logOrigin, keys)),
  }
}
