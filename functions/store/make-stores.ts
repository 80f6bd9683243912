import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Deps, Keys } from '#core/ports.ts'
import type { TableName } from '#contract/tables.ts'
import { makeAudit } from './audit.ts'
import { makeBatches } from './batches.ts'
import { makeBills } from './bills.ts'
import { makeBulletins } from './bulletins.ts'
import { makeConsultations } from './consultations.ts'
import { makeContactPoints } from './contact-points.ts'
import { makeDecisions } from './decisions.ts'
import { makeDesk } from './desk.ts'
import { documentClient } from './document-client.ts'
import { makeDrafts } from './drafts.ts'
import { makeInbox } from './inbox.ts'
import { makeLogStore } from './log-store.ts'
import { makeMembers } from './members.ts'
import { makeObjects } from './objects.ts'
import { makeOpinionLog } from './opinion-log.ts'
import { makePeople } from './people.ts'
import { makePublishedFiles } from './published-files.ts'
import { makeSessions } from './sessions.ts'
import { makeTasks } from './tasks.ts'

/** Everything of `Deps` that is kept somewhere. */
export type Stores = Omit<Deps, 'settings' | 'clock' | 'randomness' | 'keys'>

/** Where a deployment keeps things. `logOrigin`: the log's name in its checkpoints, host and path without scheme. */
export interface StorePlaces {
  dynamo: DynamoDBClient
  s3: S3Client
  tableNames: Record<TableName, string>
  bucket: string
  logOrigin: string
  keys: Keys
}

/** Makes every store of a deployment. Nothing is read or written until a store is used. */
export function makeStores(places: StorePlaces): Stores {
  const client = documentClient(places.dynamo)
  const objects = makeObjects(places.s3, places.bucket)
  const desk = makeDesk(client, places.tableNames.desk)
  const logStore = makeLogStore(desk, objects, places.logOrigin, places.keys)
  return {
    inbox: makeInbox(client, places.tableNames.opinions),
    people: makePeople(client, places.tableNames.people),
    bills: makeBills(desk),
    drafts: makeDrafts(desk, objects),
    consultations: makeConsultations(desk),
    contactPoints: makeContactPoints(desk),
    tasks: makeTasks(desk),
    members: makeMembers(desk),
    sessions: makeSessions(desk),
    decisions: makeDecisions(desk),
    bulletins: makeBulletins(desk, objects),
    batches: makeBatches(desk, objects),
    opinionLog: makeOpinionLog(logStore),
    logStore,
    published: makePublishedFiles(desk, objects),
    audit: makeAudit(desk),
  }
}
