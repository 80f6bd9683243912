import type { GroupAnswer } from './group-answer.ts'
import type { GroupId, GroupMove } from './group-moves.ts'
import type { ConsultationId } from '../ids.ts'
import type { LogSegments } from '../log/segment-ports.ts'

/** Groups of same-kind opinions 同类意见: what is proposed (`group-segment.ts`), what people moved and answered. */
export interface Groups extends LogSegments {
  /** Every move of people, oldest first: `rev` 1, 2, 3 … */
  listMoves(consultationId: ConsultationId): Promise<GroupMove[]>
  /** Throws `already-exists` when a move with this `rev` stands there. */
  appendMove(move: GroupMove): Promise<void>
  listAnswers(consultationId: ConsultationId): Promise<GroupAnswer[]>
  findAnswer(consultationId: ConsultationId, groupId: GroupId): Promise<GroupAnswer | undefined>
  putAnswer(answer: GroupAnswer, readRev: number): Promise<GroupAnswer>
}
