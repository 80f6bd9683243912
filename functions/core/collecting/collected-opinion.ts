import * as z from 'zod'
import {
  AttachmentId,
  CollectingSessionId,
  ConsultationId,
  DraftId,
  OpinionId,
  ProvisionId,
  StationId,
} from '../ids.ts'
import { changeTypes, channels, Proponent } from '../opinion.ts'
import { Instant } from '../time.ts'

/** One opinion as a device wrote it down, without the receipt code that names it. Texts are cleaned and measured when it is taken in. */
export const CollectedContent = z.strictObject({
  consultationId: ConsultationId,
  /** The draft it was written against: an older one is accepted and labelled (`older-draft`). */
  draftId: DraftId,
  sessionId: CollectingSessionId.optional(),
  provisionId: ProvisionId.nullable(),
  quote: z.string().optional(),
  changeType: z.enum(changeTypes),
  verbatim: z.string(),
  drafted: z.string().optional(),
  proposedText: z.string().optional(),
  reason: z.string().optional(),
  proponent: Proponent,
  channel: z.enum(channels),
  stationId: StationId.optional(),
  /** By the device's clock; the server corrects it by the difference between `sentAt` and its own time (R14). */
  collectedAt: Instant,
  /** The notice that was read aloud or shown (R12). */
  noticeVersion: z.string().min(1).max(20),
  attachments: z.array(AttachmentId).max(10).optional(),
  /** The opinion this one corrects (R1); may arrive before the one it names. */
  supersedes: OpinionId.optional(),
})
export type CollectedContent = z.infer<typeof CollectedContent>

/** The same with its receipt code: its id is the code's hash, made on the device or printed on a slip (R2). */
export const CollectedOpinion = CollectedContent.extend({ receiptCode: z.string().max(60) })
export type CollectedOpinion = z.infer<typeof CollectedOpinion>
