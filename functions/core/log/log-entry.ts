import * as z from 'zod'
import { ConsultationId, ContactPointId, OpinionId, ProvisionId } from '../ids.ts'
import { changeTypes, channels, opinionFlags, OpinionContent, OpinionRecord } from '../opinion.ts'
import { Instant } from '../time.ts'

/** What the public log says of an opinion: where it belongs, when it came, and a commitment to what it says. */
export const LogEntry = z.strictObject({
  v: z.literal(1),
  id: OpinionId,
  consultationId: ConsultationId,
  provisionId: ProvisionId.nullable(),
  changeType: z.enum(changeTypes),
  channel: z.enum(channels),
  /** How many people say it: a group counts its headcount, so that anyone can recount the tallies. */
  people: z.int().min(1),
  contactPointId: ContactPointId.optional(),
  receivedAt: Instant,
  supersedes: OpinionId.optional(),
  joins: z.array(OpinionId).min(1).max(20).optional(),
  late: z.literal(true).optional(),
  commitment: z.string().length(43),
})
export type LogEntry = z.infer<typeof LogEntry>

/** The redactable side of an entry, one JSON line in `text/<consultation>/<bundle>`; `n` is its place in the log. */
export const LogText = OpinionRecord.pick({
  id: true,
  salt: true,
  content: true,
  noticeVersion: true,
  contactPointId: true,
  stationId: true,
  batchId: true,
  rowKey: true,
  recordedBy: true,
  recorderName: true,
  collectedOn: true,
  collectedAt: true,
  sessionId: true,
  deviceId: true,
  attachments: true,
  wantsAnswer: true,
  flags: true,
}).extend({ n: z.int(), content: OpinionContent, flags: z.array(z.enum(opinionFlags)) })
export type LogText = z.infer<typeof LogText>

/** An opinion as read back from the log: entry and text side by side. */
export interface LoggedOpinion {
  n: number
  entry: LogEntry
  text: LogText
}

/** What the public log will say of a record. */
export function logEntryOf(record: OpinionRecord): LogEntry {
  const { content } = record
  return {
    v: 1,
    id: record.id,
    consultationId: content.consultationId,
    provisionId: content.provisionId,
    changeType: content.changeType,
    channel: record.channel,
    people: content.proponent.headcount,
    contactPointId: record.contactPointId,
    receivedAt: record.receivedAt,
    supersedes: record.supersedes,
    joins: record.joins,
    late: record.flags.includes('late') ? true : undefined,
    commitment: record.commitment,
  }
}

/** The redactable side of the record at place `n`. */
export function logTextOf(record: OpinionRecord, n: number): LogText {
  return {
    n,
    id: record.id,
    salt: record.salt,
    content: record.content,
    noticeVersion: record.noticeVersion,
    contactPointId: record.contactPointId,
    stationId: record.stationId,
    batchId: record.batchId,
    rowKey: record.rowKey,
    recordedBy: record.recordedBy,
    recorderName: record.recorderName,
    collectedOn: record.collectedOn,
    collectedAt: record.collectedAt,
    sessionId: record.sessionId,
    deviceId: record.deviceId,
    attachments: record.attachments,
    wantsAnswer: record.wantsAnswer,
    flags: record.flags,
  }
}
