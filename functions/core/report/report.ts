import * as z from 'zod'
import { ConsultationId, ContactPointId, MemberId, OpinionId, ProvisionId } from '../ids.ts'
import { PortalError } from '../portal-error.ts'
import { Instant } from '../time.ts'

/** How far a report 上报 is: written, looked over, sent up, sent back, taken in. */
export const reportStatuses = ['draft', 'reviewed', 'submitted', 'returned', 'received'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/**
 * The one transition table of a report 上报. Saving takes a signed-off or returned one back to `draft`, so that
 * nothing is ever sent up that was changed after it was signed; what was received is never touched again.
 */
export const reportMoves = {
  save: { from: ['draft', 'reviewed', 'returned'], to: 'draft' },
  review: { from: ['draft'], to: 'reviewed' },
  submit: { from: ['reviewed'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  receive: { from: ['submitted'], to: 'received' },
} as const satisfies Record<string, { from: readonly ReportStatus[]; to: ReportStatus }>
export type ReportMove = keyof typeof reportMoves
const moveNames = Object.keys(reportMoves) as [ReportMove, ...ReportMove[]]

/** One article's part of a report: what the contact point makes of it, and the opinions it stands on, in order. */
export const ReportArticle = z.strictObject({
  /** `null`: the draft as a whole. */
  provisionId: ProvisionId.nullable(),
  summary: z.string().max(2000),
  opinions: z.array(OpinionId).max(2000),
})
export type ReportArticle = z.infer<typeof ReportArticle>

/** Who moved a report, when; `note`: the reason of a return, the name under a sign-off. */
export const ReportEvent = z.strictObject({
  move: z.enum(moveNames),
  at: Instant,
  by: MemberId,
  note: z.string().max(500).optional(),
})
export type ReportEvent = z.infer<typeof ReportEvent>

/** 上报: what a contact point sends up on one consultation, signed off. */
export const Report = z.strictObject({
  consultationId: ConsultationId,
  contactPointId: ContactPointId,
  /** 1… ; a second one holds what came after the first was received. */
  number: z.int().min(1).max(99),
  status: z.enum(reportStatuses),
  /** 文号, `''` without one. */
  documentNumber: z.string().max(40),
  /** How, where, how many people and sessions. */
  head: z.string().max(4000),
  articles: z.array(ReportArticle).max(1000),
  /** Whose name stands under it, as written, and which member signed off. */
  signed: z.strictObject({ name: z.string().min(1).max(40), by: MemberId, at: Instant }).optional(),
  history: z.array(ReportEvent).max(500),
  rev: z.int(),
})
export type Report = z.infer<typeof Report>

/** Throws `transition-refused` with the status and what it would need. */
export function requireReportMove(move: ReportMove, { status }: Pick<Report, 'status'>): void {
  const { from } = reportMoves[move]
  if (!(from as readonly ReportStatus[]).includes(status))
    throw new PortalError('transition-refused', { transition: move, state: status, needs: from })
}

/**
 * The report after a move, its history grown by it. Saving again by the same person only moves the time of their last
 * saving: a history tells who had it in hand, not every key. Refuses `transition-refused`.
 */
export function movedReport(report: Report, event: ReportEvent): Report {
  requireReportMove(event.move, report)
  const last = report.history.at(-1)
  const goesOn = event.move === 'save' && last?.move === 'save' && last.by === event.by
  const history = goesOn ? report.history.slice(0, -1) : report.history
  const { signed: _, ...unsigned } = report
  const kept = event.move === 'save' ? unsigned : report
  return { ...kept, status: reportMoves[event.move].to, history: [...history, event] }
}
