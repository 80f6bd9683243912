import * as z from 'zod'
import { GroupAnswer } from '#core/grouping/group-answer.ts'
import { GroupChange, GroupId, GroupMove } from '#core/grouping/group-moves.ts'
import { OpinionId } from '#core/ids.ts'
import { DecisionInput, OfficeOpinion } from './office-api.ts'

/*
 * Shapes of /office/api/consultations/{id}/groups and what is beside it: same-kind opinions 同类意见. Groups are
 * proposals over the log and people's moves over them; they change no opinion and decide none (R16).
 */

/** How far the log is grouped. While `grouped` < `logged`, ask again: each call goes on by up to 20,000 entries. */
const Progress = z.strictObject({ grouped: z.int(), logged: z.int() })

/** What the one answer to a group says. `decidedByName`: what the colleague who gave it is called. */
export const GroupAnswerShown = GroupAnswer.omit({
  consultationId: true,
  decidedBy: true,
  earlier: true,
}).extend({ decidedByName: z.string().optional() })
export type GroupAnswerShown = z.infer<typeof GroupAnswerShown>

/** A group with its leading text: the earliest opinion in it that stands. */
export const OfficeGroup = z.strictObject({
  id: GroupId,
  /** Opinions in it, and people behind them. */
  size: z.int(),
  people: z.int(),
  /** Contact points that sent some of them. */
  contactPoints: z.int(),
  /** Members without an outcome 未答. */
  undecided: z.int(),
  leader: OfficeOpinion,
  /** Absent: nobody has answered the group as one; the ETag of a first answer is `"0"`. */
  answer: GroupAnswerShown.optional(),
})
export type OfficeGroup = z.infer<typeof OfficeGroup>

/**
 * `GET …/groups?article=art-24|whole&undecided=1&atLeast=2&number=&cursor=&limit=` — in the order of the draft, the
 * largest first. `number`: only the group in which that opinion is, counted from 1 as people see it. The ETag is the number of moves people have made (`movesRev`).
 */
export const OfficeGroupPage = z.strictObject({
  ...Progress.shape,
  movesRev: z.int(),
  groups: z.array(OfficeGroup),
  cursor: z.string().nullable(),
})
export type OfficeGroupPage = z.infer<typeof OfficeGroupPage>

/** A stretch of a member's words against the leader's: in both, only in the member's (`added`), only in the leader's. */
const WordsPiece = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

/** One member: the opinion whole, how its words differ from the leader's, and what it says that the leader does not. */
export const GroupMember = z.strictObject({
  opinion: OfficeOpinion,
  differences: z.array(WordsPiece),
  leftovers: z.array(z.string()),
  /** Undecided, and the group has an answer: the answer proposed for it. It is written only when a person says so. */
  proposed: GroupAnswerShown.shape.decision.optional(),
})
export type GroupMember = z.infer<typeof GroupMember>

/** `GET …/groups/{groupId}?cursor=&limit=` — members in log order. A merged group's id answers where it went. */
export const OfficeGroupDetail = z.strictObject({
  ...Progress.shape,
  movesRev: z.int(),
  group: OfficeGroup,
  members: z.array(GroupMember),
  cursor: z.string().nullable(),
})
export type OfficeGroupDetail = z.infer<typeof OfficeGroupDetail>

/** A move as people read it: who made it, by name, and the numbers (from 1) of the opinions it moved. */
export const GroupMoveShown = GroupMove.extend({ by: z.string(), numbers: z.array(z.int()) })
export type GroupMoveShown = z.infer<typeof GroupMoveShown>

/** `GET …/group-moves` — the whole history, oldest first. */
export const GroupMoveList = z.strictObject({ movesRev: z.int(), moves: z.array(GroupMoveShown) })
export type GroupMoveList = z.infer<typeof GroupMoveList>

/**
 * `POST …/group-moves` with If-Match `"<movesRev>"` → the move as stored. Moves made since on other groups do not
 * matter; one on the same group or opinion refuses it: 412 `changed-meanwhile` with that move as `theirs`.
 */
export const GroupMoveInput = z.strictObject({ change: GroupChange })
export type GroupMoveInput = z.infer<typeof GroupMoveInput>

/**
 * `PUT …/groups/{groupId}/decision` with If-Match `"<answer.rev>"` (`"0"`: none yet). The answer is written to every
 * member that is undecided or had the group's earlier answer; what a person decided otherwise is kept, unless the
 * opinion is named in `also`.
 */
export const GroupDecisionInput = z.strictObject({
  decision: DecisionInput,
  also: z.array(OpinionId).max(1000).optional(),
})
export type GroupDecisionInput = z.infer<typeof GroupDecisionInput>

/** What became of each member. `written` + `unchanged` + `kept` + `left` is the group's size, always. */
export const GroupDecisionReport = z.strictObject({
  answer: GroupAnswerShown,
  written: z.int(),
  unchanged: z.int(),
  /** Decided otherwise by a person, or changed meanwhile: left as they are. */
  kept: z.int(),
  keptIds: z.array(OpinionId),
  /** More than one call writes: send the same again with the new rev. */
  left: z.int(),
})
export type GroupDecisionReport = z.infer<typeof GroupDecisionReport>
