import * as z from 'zod'
import { BillId, ConsultationId, DraftId } from './ids.ts'
import { PortalError } from './portal-error.ts'
import { Instant } from './time.ts'

/** What is stored. Opening and closing are moments of the clock, not writes: nothing can forget to close. */
export const consultationStatuses = ['prepared', 'announced', 'answered', 'withdrawn'] as const
export type ConsultationStatus = (typeof consultationStatuses)[number]

/** What people see at a given instant. */
export type ConsultationState = 'prepared' | 'scheduled' | 'open' | 'closed' | 'answered' | 'withdrawn'

/** One public comment window 公开征求意见 on one draft. */
export const Consultation = z.strictObject({
  id: ConsultationId,
  billId: BillId,
  draftId: DraftId,
  status: z.enum(consultationStatuses),
  /** The first instant at which an opinion is accepted. */
  opensAt: Instant,
  /** The first instant at which none is accepted any more: the window is [opensAt, closesAt). */
  closesAt: Instant,
  /** Recorded reason for a window shorter than the legal minimum (R13). */
  shortWindowReason: z.string().max(500).optional(),
  /** Every extension on record (R13). */
  extensions: z.array(z.strictObject({ from: Instant, to: Instant, reason: z.string(), at: Instant })),
  /** 草案说明, plain text with blank lines between paragraphs. */
  explanatoryNote: z.string().max(20_000),
  /** Respondent categories offered to people, in order. */
  categories: z.array(z.string().min(1).max(40)).max(20),
  /** Questions that help people start, in order. */
  guidingQuestions: z.array(z.string().min(1).max(200)).max(10),
  /** When the answer is expected: published beside the window. */
  answerExpectedOn: z.iso.date(),
  /** How to send by paper or post, and whom to ask. */
  postalAddress: z.string().max(300),
  phone: z.string().max(40),
  noticeVersion: z.string().max(20),
  announcedAt: Instant.optional(),
  answeredAt: Instant.optional(),
  rev: z.int(),
})
export type Consultation = z.infer<typeof Consultation>

/** The state at `now`; an opinion is accepted only in `open`, except what was collected before the deadline (R14). */
export function consultationState(
  consultation: Pick<Consultation, 'status' | 'opensAt' | 'closesAt'>,
  now: Instant,
): ConsultationState {
  if (consultation.status !== 'announced') return consultation.status
  if (now < consultation.opensAt) return 'scheduled'
  return now < consultation.closesAt ? 'open' : 'closed'
}

/**
 * The one transition table. The rule (`requireTransition`) reads `from`; the store turns `status` and `clock`
 * into the condition of the write, so that two people at once cannot both win (SECURITY promise 3).
 */
export const consultationTransitions = {
  announce: { from: ['prepared'], status: 'prepared', to: 'announced' },
  extend: { from: ['scheduled', 'open'], status: 'announced', clock: 'beforeClose', to: 'announced' },
  answer: { from: ['closed'], status: 'announced', clock: 'afterClose', to: 'answered' },
  reanswer: { from: ['answered'], status: 'answered', to: 'answered' },
  withdraw: { from: ['scheduled', 'open', 'closed'], status: 'announced', to: 'withdrawn' },
} as const satisfies Record<
  string,
  {
    from: readonly ConsultationState[]
    status: ConsultationStatus
    clock?: 'beforeClose' | 'afterClose'
    to: ConsultationStatus
  }
>
export type ConsultationTransition = keyof typeof consultationTransitions

/** Throws `transition-refused` with the state and what it would need. */
export function requireTransition(
  transition: ConsultationTransition,
  consultation: Pick<Consultation, 'status' | 'opensAt' | 'closesAt'>,
  now: Instant,
): void {
  const state = consultationState(consultation, now)
  const { from } = consultationTransitions[transition]
  if (!(from as readonly ConsultationState[]).includes(state))
    throw new PortalError('transition-refused', { transition, state, needs: from })
}
