import type { GroupAnswer } from './group-answer.ts'
import type { GroupId, GroupMove } from './group-moves.ts'
import type { ConsultationId } from './ids.ts'

/** Grouped entries [from, to) of a log, an immutable object (`group-segment.ts`). */
export interface GroupSegment {
  from: number
  to: number
  key: string
}

/** How far a log is grouped, and where what is known of it stands. */
export interface GroupHead {
  /** The method of these proposals; another one begins again. */
  method: string
  size: number
  segments: GroupSegment[]
  /** Keys that the last commit made superfluous; the next one removes them, so that readers have time to move on. */
  obsolete: string[]
  rev: number
}

/** Groups of same-kind opinions 同类意见: what is proposed, what people moved, what they answered. */
export interface Groups {
  head(consultationId: ConsultationId): Promise<GroupHead | undefined>
  /** The commit: one conditional write under `rev`; throws `changed-meanwhile`. */
  commit(consultationId: ConsultationId, head: GroupHead, readRev: number): Promise<GroupHead>
  /** Stores a segment under its content's hash and returns its key. */
  appendSegment(consultationId: ConsultationId, from: number, to: number, bytes: Uint8Array): Promise<string>
  /** `undefined`: a later head has replaced it. */
  findSegment(key: string): Promise<Uint8Array | undefined>
  removeSegments(keys: readonly string[]): Promise<void>
  /** Every move of people, oldest first: `rev` 1, 2, 3 … */
  listMoves(consultationId: ConsultationId): Promise<GroupMove[]>
  /** Throws `already-exists` when a move with this `rev` stands there. */
  appendMove(move: GroupMove): Promise<void>
  listAnswers(consultationId: ConsultationId): Promise<GroupAnswer[]>
  findAnswer(consultationId: ConsultationId, groupId: GroupId): Promise<GroupAnswer | undefined>
  putAnswer(answer: GroupAnswer, readRev: number): Promise<GroupAnswer>
}
