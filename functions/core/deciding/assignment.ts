import * as z from 'zod'
import { ConsultationId, MemberId } from '../ids.ts'
import { Instant } from '../time.ts'

/** Who prepares the answers on one article 承办人. `memberId` missing: nobody any more. */
export const Assignment = z.strictObject({
  consultationId: ConsultationId,
  /** An article's id, or `whole`. */
  article: z.string().regex(/^[a-z0-9][a-z0-9.~-]{0,79}$/),
  memberId: MemberId.optional(),
  assignedBy: MemberId,
  assignedAt: Instant,
  rev: z.int(),
})
export type Assignment = z.infer<typeof Assignment>

/** Assignments of articles to colleagues. */
export interface Assignments {
  listOf(consultationId: ConsultationId): Promise<Assignment[]>
  put(assignment: Assignment, readRev: number): Promise<Assignment>
}
