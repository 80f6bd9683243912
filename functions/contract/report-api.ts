import * as z from 'zod'
import { draftStages } from '#core/bill.ts'
import { ConsultationId, ContactPointId, OpinionId, ProvisionId } from '#core/ids.ts'
import { Report } from '#core/report/report.ts'
import { CalendarDate } from '#core/time.ts'
import { OfficeConsultation, OfficeOpinion } from './office-api.ts'

/** `GET /office/api/reports` — a contact point's own, or for the legislature all that were sent up. */
export const ReportList = z.strictObject({
  reports: z.array(
    Report.omit({ head: true, articles: true }).extend({
      contactPointName: z.string(),
      billTitle: z.string(),
      opinions: z.int(),
    }),
  ),
})
export type ReportList = z.infer<typeof ReportList>

/** A report with the names of whoever is in its history. */
const NamedReport = Report.extend({ names: z.record(z.string(), z.string()) })

/**
 * `GET /office/api/reports/{consultationId}/{contactPointId}` — the reports of one contact point on one consultation,
 * oldest first, and everything they are written from.
 */
export const ReportDesk = z.strictObject({
  consultation: z.strictObject({
    id: ConsultationId,
    billTitle: z.string(),
    stage: z.enum(draftStages),
    state: OfficeConsultation.shape.state,
  }),
  contactPoint: z.strictObject({ id: ContactPointId, name: z.string() }),
  dueOn: CalendarDate.optional(),
  reports: z.array(NamedReport),
  /**
   * Opinions the reports name, as they were when chosen, the newest report's first, and to the contact point all its
   * current ones: as many as fit. A report's .docx has all of its own.
   */
  opinions: z.array(
    OfficeOpinion.omit({ decision: true }).extend({
      /** A later revision stands; the report shows what was signed. */
      revisedBy: OpinionId.optional(),
    }),
  ),
  /** Of this contact point, current, in no report that was sent up: what the next one is about. */
  unreported: z.array(OpinionId),
  /** How many more of these there are than fit on a desk (`limits.maxReportOpinions`): for the next report. */
  unlisted: z.int(),
  /** Own current opinions of the same kind, two and more together: a hint, each is still reported on its own (R16). */
  alike: z.array(z.array(OpinionId)),
  /** Articles in the draft's order, as headings of a report. */
  articles: z.array(z.strictObject({ provisionId: ProvisionId.nullable(), label: z.string() })),
  /** The head paragraph as the system would write it. */
  suggestedHead: z.string(),
})
export type ReportDesk = z.infer<typeof ReportDesk>

/** `PUT …/{number}` with If-Match → Report: the whole of what a person wrote. */
export const ReportInput = Report.pick({ documentNumber: true, head: true, articles: true })
export type ReportInput = z.infer<typeof ReportInput>

/** `POST …/{number}/review` with If-Match: whose name stands under the report. */
export const ReportReview = z.strictObject({ name: z.string().trim().min(1).max(40) })

/** `POST …/{number}/return` with If-Match: what the contact point should mend. */
export const ReportReturn = z.strictObject({ reason: z.string().trim().min(1).max(500) })

/*
 * `POST …/{number}/submit` and `…/receive` with If-Match take no body; every move answers the Report.
 * `GET …/{number}/report.docx` → the report as a Word file.
 */
