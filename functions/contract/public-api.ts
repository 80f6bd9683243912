import * as z from 'zod'
import { draftStages } from '#core/bill.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { BillId, ConsultationId, DraftId, ProvisionId } from '#core/ids.ts'
import { changeTypes, channels, Proponent } from '#core/opinion.ts'
import { Provision } from '#core/draft/provision.ts'
import { Tallies } from '#core/log/tallies.ts'
import { Instant } from '#core/time.ts'

/** States the public can meet; prepared and withdrawn consultations are not listed. */
export const publicStates = ['scheduled', 'open', 'closed', 'answered'] as const

/** One consultation in a list. */
export const ConsultationSummary = z.strictObject({
  id: ConsultationId,
  state: z.enum(publicStates),
  opensAt: Instant,
  closesAt: Instant,
  bill: z.strictObject({ id: BillId, title: z.string() }),
})
export type ConsultationSummary = z.infer<typeof ConsultationSummary>

/** `GET /api/health` */
export const Health = z.strictObject({ status: z.literal('ok'), version: z.string() })

/** `GET /api/consultations` */
export const ConsultationList = z.strictObject({ consultations: z.array(ConsultationSummary) })

/** `GET /api/consultations/{id}` */
export const ConsultationDetail = ConsultationSummary.extend({
  noticeVersion: z.string(),
  categories: z.array(z.string()),
  guidingQuestions: z.array(z.string()),
  answerExpectedOn: z.iso.date(),
  draft: z.strictObject({ id: DraftId, stage: z.enum(draftStages), provisions: z.array(Provision) }),
  tallies: Tallies,
})
export type ConsultationDetail = z.infer<typeof ConsultationDetail>

/** `GET /api/consultations/{id}/tallies`: what an open page refreshes, without the text it already shows. */
export const ConsultationTallies = ConsultationSummary.extend({ tallies: Tallies })
export type ConsultationTallies = z.infer<typeof ConsultationTallies>

/** `GET /api/bills`, `GET /api/bills/{billId}` */
export const PublicBill = z.strictObject({
  id: BillId,
  title: z.string(),
  summary: z.string(),
  drafts: z.array(
    z.strictObject({ id: DraftId, stage: z.enum(draftStages), title: z.string(), datedOn: z.iso.date() }),
  ),
  consultations: z.array(ConsultationSummary),
})
export type PublicBill = z.infer<typeof PublicBill>

/** `GET /api/bills` */
export const PublicBillList = z.strictObject({ bills: z.array(PublicBill) })

/** `POST /api/consultations/{id}/opinions`. Unknown fields are refused; texts are cleaned and measured by `actions/intake/submit-opinion.ts`. */
export const OpinionSubmission = z.strictObject({
  receiptCode: z.string().max(60).optional(),
  provisionId: ProvisionId.nullable(),
  quote: z.string().optional(),
  changeType: z.enum(changeTypes),
  verbatim: z.string(),
  proposedText: z.string().optional(),
  reason: z.string().optional(),
  proponent: Proponent.pick({ category: true, area: true }).optional(),
  contact: z.string().optional(),
  noticeVersion: z.string().min(1).max(20),
  /** `qr` when the page was opened from a poster's QR. */
  channel: z.enum(['web', 'qr']).optional(),
})
export type OpinionSubmission = z.infer<typeof OpinionSubmission>

/**
 * The server's signed promise: Ed25519 over the UTF-8 text
 * `kaimen promise v1\n<consultationId>\n<opinionId>\n<commitment>\n<receivedAt>\n`.
 */
export const ReceiptPromise = z.strictObject({
  opinionId: z.string(),
  commitment: z.string(),
  receivedAt: Instant,
  /** base64 */
  signature: z.string(),
  /** raw Ed25519 public key, base64 */
  publicKey: z.string(),
})
export type ReceiptPromise = z.infer<typeof ReceiptPromise>

/** 201 for a new opinion, 200 for a repeat with the same content. */
export const SubmissionAnswer = z.strictObject({
  receiptCode: z.string(),
  receivedAt: Instant,
  promise: ReceiptPromise,
})
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>

/** `POST /api/receipts` */
export const ReceiptQuestion = z.strictObject({ receiptCode: z.string().max(60) })

/** `received` → `logged` → `answered`; a decision is shown only once its bulletin is published. */
export const ReceiptStatus = z.strictObject({
  state: z.enum(['received', 'logged', 'answered']),
  receiptCode: z.string(),
  receivedAt: Instant,
  late: z.boolean(),
  /** A withdrawn consultation is listed nowhere, but who holds a receipt of it is told. */
  consultation: ConsultationSummary.extend({ state: z.enum([...publicStates, 'withdrawn']) }),
  answerExpectedOn: z.iso.date(),
  /** Whether `POST /api/answer-mail` would take an address: not answered yet, and this portal sends mail. */
  mailOffered: z.boolean(),
  opinion: z.strictObject({
    provisionId: ProvisionId.nullable(),
    /** 第二十四条; '' for the draft as a whole. */
    provisionLabel: z.string(),
    changeType: z.enum(changeTypes),
    verbatim: z.string(),
    drafted: z.string().optional(),
    proposedText: z.string().optional(),
    reason: z.string().optional(),
    channel: z.enum(channels),
    proponent: Proponent,
    contactPointName: z.string().optional(),
  }),
  /** What staff of the contact point made of it since, the newest wording; 原话 above stays as it was said. */
  revision: z
    .strictObject({
      at: Instant,
      drafted: z.string().optional(),
      proposedText: z.string().optional(),
      reason: z.string().optional(),
    })
    .optional(),
  decision: z
    .strictObject({
      outcome: z.enum(outcomes),
      reason: z.string(),
      publishedAt: Instant,
      resulting: z
        .strictObject({
          draftId: DraftId,
          provisionId: ProvisionId,
          provisionLabel: z.string(),
          quote: z.string(),
          start: z.int().optional(),
          /** What stands before and behind the quote on its lines, so that the words are read where they stand. */
          around: z.strictObject({ before: z.string(), after: z.string() }).optional(),
        })
        .optional(),
    })
    .optional(),
  proof: z
    .strictObject({
      index: z.int(),
      size: z.int(),
      root: z.string(),
      hashes: z.array(z.string()),
      checkpoint: z.string(),
    })
    .optional(),
  promise: ReceiptPromise,
})
export type ReceiptStatus = z.infer<typeof ReceiptStatus>
