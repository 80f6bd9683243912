import * as z from 'zod'
import {
  AttachmentId,
  BatchId,
  CollectingSessionId,
  ConsultationId,
  ContactPointId,
  DeviceId,
  DraftId,
  MemberId,
  OpinionId,
  ProvisionId,
  StationId,
} from './ids.ts'
import { CalendarDate, Instant } from './time.ts'

/** What a person wants done with the words. */
export const changeTypes = ['add', 'modify', 'delete', 'general', 'question', 'support'] as const
export type ChangeType = (typeof changeTypes)[number]

/** Where an opinion came from 来源渠道. */
export const channels = [
  'web',
  'qr',
  'forum',
  'visit',
  'letterbox',
  'letter',
  'hotline',
  'deputy',
  'cppcc',
  'suggestionOffice',
  'survey',
] as const
export type Channel = (typeof channels)[number]

/** Things a reader of an opinion should know about it; none of them refuses it. */
export const opinionFlags = ['late', 'invisible-removed', 'mojibake', 'personal-data', 'older-draft'] as const
export type OpinionFlag = (typeof opinionFlags)[number]

/** Whose opinion it is (R15): a person of a category and area, or a group with a headcount. Never a name. */
export const Proponent = z.strictObject({
  kind: z.enum(['person', 'group']),
  category: z.string().max(40).optional(),
  area: z.string().max(60).optional(),
  groupName: z.string().max(80).optional(),
  headcount: z.int().min(1).max(100_000),
})
export type Proponent = z.infer<typeof Proponent>

/** What was said, exactly what the commitment covers. Texts are Unicode, `\n` line ends, as cleaned by `text.ts`. */
export const OpinionContent = z.strictObject({
  consultationId: ConsultationId,
  draftId: DraftId,
  /** `null`: on the draft as a whole. */
  provisionId: ProvisionId.nullable(),
  /** The words of the draft it speaks of (R7), when the person pointed at some. */
  quote: z.string().optional(),
  changeType: z.enum(changeTypes),
  /** 原话 */
  verbatim: z.string(),
  /** 法言法语, what staff made of it (R9). */
  drafted: z.string().optional(),
  /** 拟改文字 */
  proposedText: z.string().optional(),
  /** 理由 */
  reason: z.string().optional(),
  proponent: Proponent,
})
export type OpinionContent = z.infer<typeof OpinionContent>

/**
 * An opinion as the inbox holds it: written once, never updated (R1). What happens to it later — its
 * position in the log, its decision — lives elsewhere.
 */
export const OpinionRecord = z.strictObject({
  id: OpinionId,
  content: OpinionContent,
  channel: z.enum(channels),
  noticeVersion: z.string().max(20),
  contactPointId: ContactPointId.optional(),
  stationId: StationId.optional(),
  batchId: BatchId.optional(),
  /** Row in the batch's source, for answers by row. */
  rowKey: z.string().max(40).optional(),
  /** Who typed it; never shown publicly (R15). */
  recordedBy: MemberId.optional(),
  /** Name of the collector as written in a table's 记录人 column; internal only. */
  recorderName: z.string().max(40).optional(),
  collectedOn: CalendarDate.optional(),
  /** The instant of collecting, by our clock; `collectedOn` is its calendar date (R14). */
  collectedAt: Instant.optional(),
  /** On which occasion, and on which device it was written down. */
  sessionId: CollectingSessionId.optional(),
  deviceId: DeviceId.optional(),
  /** Photos and recordings taken along with it. */
  attachments: z.array(AttachmentId).max(10).optional(),
  receivedAt: Instant,
  /** The opinion this one corrects (R1); it may arrive before the one it names. */
  supersedes: OpinionId.optional(),
  /** Versions made at the same time as that one, put together in this one; they count no more either. */
  joins: z.array(OpinionId).min(1).max(20).optional(),
  flags: z.array(z.enum(opinionFlags)),
  /** Whether contact data was left in `people` under the same id (R11). */
  wantsAnswer: z.boolean(),
  /** 16 random bytes, base64url. */
  salt: z.string().length(22),
  /** base64url SHA-256, see `commitment.ts`. */
  commitment: z.string().length(43),
  /** base64url SHA-256 of the content and provenance without time or salt: tells a repeat from a conflict. */
  contentHash: z.string().length(43),
})
export type OpinionRecord = z.infer<typeof OpinionRecord>

/** Contact data, asked only "if you want an answer" (R11); lives in `people` alone. */
export const ContactData = z.strictObject({
  id: OpinionId,
  contact: z.string().max(200),
  noticeVersion: z.string().max(20),
  /** Epoch seconds after which it is gone; readers treat expired items as absent. */
  expiresAtSeconds: z.int(),
})
export type ContactData = z.infer<typeof ContactData>
