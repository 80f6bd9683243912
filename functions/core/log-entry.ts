import * as z from 'zod'
import { ConsultationId, ContactPointId, OpinionId, ProvisionId } from './ids.ts'
import { changeTypes, channels, opinionFlags, OpinionContent, OpinionRecord } from './opinion.ts'
import { Instant } from './time.ts'

/** What the public log says of an opinion: where it belongs, when it came, and a commitment to what it says. */
export const LogEntry = z.strictObject({
  v: z.literal(1),
  id: OpinionId,
  consultationId: ConsultationId,
  provisionId: ProvisionId.nullable(),
  changeType: z.enum(changeTypes),
  channel: z.enum(channels),
  contactPointId: ContactPointId.optional(),
  receivedAt: Instant,
  supersedes: OpinionId.optional(),
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
  wantsAnswer: true,
  flags: true,
}).extend({ n: z.number().int(), content: OpinionContent, flags: z.array(z.enum(opinionFlags)) })
export type LogText = z.infer<typeof LogText>

/** An opinion as read back from the log: entry and text side by side. */
export interface LoggedOpinion {
  n: number
  entry: LogEntry
  text: LogText
}
