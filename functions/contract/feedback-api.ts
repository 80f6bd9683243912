import * as z from 'zod'
import { outcomes } from '#core/deciding/outcome.ts'
import { draftStages } from '#core/bill.ts'
import { BillId, ConsultationId, ContactPointId, DraftId, ProvisionId } from '#core/ids.ts'
import { changeTypes, channels } from '#core/opinion.ts'
import { CalendarDate, Instant } from '#core/time.ts'
import { limits } from './limits.ts'

/* The way back: feedback slips 反馈单, what a contact point prints for the people it listened to. Names never. */

/** One opinion and what became of it, as the published bulletin says it: masked, without receipt or id (R10). */
export const FeedbackSlip = z.strictObject({
  /** `BulletinRow.row` of the newest edition. */
  row: z.int(),
  /** 第二十四条; '' for the draft as a whole. */
  provisionLabel: z.string(),
  changeType: z.enum(changeTypes),
  verbatim: z.string(),
  proposedText: z.string().optional(),
  /** 「河西村村民 12 人」; '' when nothing was told. */
  proponent: z.string(),
  outcome: z.enum(outcomes),
  reason: z.string(),
  /** The words of the later draft with the ones the opinion became (R5): `text` is the provision, `start` and `quote` mark them in it. */
  resulting: z
    .strictObject({
      draftId: DraftId,
      stage: z.enum(draftStages),
      provisionId: ProvisionId,
      provisionLabel: z.string(),
      text: z.string(),
      quote: z.string(),
      /** -1: the quote is not inside `text` and stands by itself. */
      start: z.int(),
    })
    .optional(),
})
export type FeedbackSlip = z.infer<typeof FeedbackSlip>

/** The opinions of one occasion: a collecting session, an uploaded spreadsheet, else a day and channel. */
export const FeedbackGroup = z.strictObject({
  kind: z.enum(['session', 'batch', 'day']),
  /** Names it in a question (`FeedbackQuery.occasion`). */
  key: z.string(),
  channel: z.enum(channels).optional(),
  place: z.string().optional(),
  station: z.string().optional(),
  /** The day of collecting; of several in one spreadsheet the last. */
  heldOn: CalendarDate,
  /** Everybody who took part, where it was written down. */
  headcount: z.int().optional(),
  fileName: z.string().optional(),
  /** Current opinions of it, answered or not. */
  opinions: z.int(),
  /** Those of them that are answered; 0 before the bulletin is published. */
  answered: z.int(),
  /** In the order of the bulletin: of the part this answer holds, others empty (`FeedbackSlips.part`). */
  slips: z.array(FeedbackSlip),
})
export type FeedbackGroup = z.infer<typeof FeedbackGroup>

/** Which slips are asked for; everything empty: the first of all. */
export const FeedbackQuery = z.object({
  /** `FeedbackGroup.key`: of this occasion alone. */
  occasion: z.string().max(200).optional(),
  /** `FeedbackSlips.part.cursor` of the part before. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
  limit: z.coerce.number().int().min(1).max(limits.maxSlipsPerPart).optional(),
})
export type FeedbackQuery = z.infer<typeof FeedbackQuery>

/** `GET /office/api/consultations/{id}/feedback-slips` — of the member's own contact point, the newest occasion first. */
export const FeedbackSlips = z.strictObject({
  consultationId: ConsultationId,
  state: z.enum(['prepared', 'scheduled', 'open', 'closed', 'answered', 'withdrawn']),
  bill: z.strictObject({ id: BillId, title: z.string() }),
  contactPoint: z.strictObject({
    id: ContactPointId,
    name: z.string(),
    address: z.string(),
    phone: z.string(),
  }),
  answerExpectedOn: CalendarDate,
  /** The newest edition; missing before the first. */
  bulletin: z.strictObject({ edition: z.int(), publishedAt: Instant }).optional(),
  /** `opinions = answered + waiting`, over all groups. */
  opinions: z.int(),
  answered: z.int(),
  waiting: z.int(),
  groups: z.array(FeedbackGroup),
  /** Which slips of those asked for are here: `from` counts from 1 (0: none), `shown` of `of` in all. */
  part: z.strictObject({
    from: z.int(),
    shown: z.int(),
    of: z.int(),
    /** Asks for the next part; `null`: this is the last one. */
    cursor: z.string().nullable(),
  }),
})
export type FeedbackSlips = z.infer<typeof FeedbackSlips>
