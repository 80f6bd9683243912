import type { Decision } from './decision.ts'
import type { ConsultationId, OpinionId } from '../ids.ts'
import type { Instant } from '../time.ts'

/* What deciding needs of the world; the words `find` `list` `put` mean what `ports.ts` says. */

/** Decisions 采纳情况, one an opinion (R3). */
export interface Decisions {
  /** All decisions of a consultation, page by page. */
  pages(consultationId: ConsultationId): AsyncGenerator<Decision[]>
  find(consultationId: ConsultationId, opinionId: OpinionId): Promise<Decision | undefined>
  put(decision: Decision, readRev: number): Promise<Decision>
  /** Opinions that were about to be decided at or after an instant, and the rev that was to be written. */
  listChanges(consultationId: ConsultationId, from: Instant): Promise<DecisionChange[]>
  /** Removes what was said of changes before an instant, the oldest first, up to so many. */
  trimChanges(consultationId: ConsultationId, before: Instant, most: number): Promise<void>
  /** What counts of every decision, page by page: the way around changes, for the first time. */
  outcomes(consultationId: ConsultationId): AsyncGenerator<DecidedOutcome[]>
}

/** A decision was about to be written; whether it was, the decision itself says. */
export interface DecisionChange {
  opinionId: OpinionId
  at: Instant
  rev: number
}

/** What counting and listing need of a decision; notes that only colleagues read stay where they are. */
export type DecidedOutcome = Pick<
  Decision,
  'opinionId' | 'outcome' | 'rev' | 'decidedAt' | 'reason' | 'resulting'
>
