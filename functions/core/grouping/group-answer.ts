import * as z from 'zod'
import { Decision } from '../deciding/decision.ts'
import { GroupId } from './group-moves.ts'
import { ConsultationId, MemberId } from '../ids.ts'
import { Instant } from '../time.ts'

/** What is decided, without who and when. */
const Answered = Decision.pick({
  outcome: true,
  proposal: true,
  reason: true,
  resulting: true,
  responsible: true,
  note: true,
})

/** So many earlier answers are remembered. */
export const earlierAnswers = 20

/**
 * The one answer given to a group (R16). It decides nothing: each member has a decision of its own, written from it.
 * Members that come later are undecided and proposed this answer.
 */
export const GroupAnswer = z.strictObject({
  consultationId: ConsultationId,
  groupId: GroupId,
  decision: Answered,
  /** What was answered before, newest first: members that still have it follow the new answer. */
  earlier: z.array(Answered).max(earlierAnswers),
  decidedBy: MemberId,
  decidedAt: Instant,
  rev: z.int(),
})
export type GroupAnswer = z.infer<typeof GroupAnswer>
