import * as z from 'zod'
import { ResultingWords } from './decision.ts'
import { outcomes } from './outcome.ts'
import { ConsultationId, MemberId, OpinionId } from '../ids.ts'
import { Instant } from '../time.ts'

/** One answer given at once to all opinions of an article that had none 一并答复; it can be taken back. */
export const JointAnswer = z.strictObject({
  consultationId: ConsultationId,
  /** Made by the caller, so that a repeated request is the same answer. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{7,63}$/),
  article: z.string().max(80),
  decision: z.strictObject({
    outcome: z.enum(outcomes),
    reason: z.string().max(2000),
    resulting: ResultingWords.optional(),
  }),
  /** Those it was written to, with the rev it gave them; whoever changed one since has taken it out. */
  members: z.array(z.strictObject({ opinionId: OpinionId, rev: z.int() })).max(1000),
  decidedBy: MemberId,
  decidedAt: Instant,
  undoneAt: Instant.optional(),
  rev: z.int(),
})
export type JointAnswer = z.infer<typeof JointAnswer>

/** Answers to whole articles. */
export interface JointAnswers {
  listOf(consultationId: ConsultationId): Promise<JointAnswer[]>
  find(consultationId: ConsultationId, id: string): Promise<JointAnswer | undefined>
  put(answer: JointAnswer, readRev: number): Promise<JointAnswer>
}
