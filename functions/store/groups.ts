import { GroupAnswer } from '#core/grouping/group-answer.ts'
import { GroupMove } from '#core/grouping/group-moves.ts'
import type { Groups } from '#core/grouping/group-ports.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { makeLogSegments } from './log-segments.ts'

/** Groups 同类意见: head, moves and answers on the table `desk`, segments as immutable objects. */
export function makeGroups(desk: Desk, objects: ObjectStore): Groups {
  return {
    ...makeLogSegments(desk, objects, { head: deskKeys.groupHead, segment: objectKeys.groupSegment }),
    listMoves: (c) => desk.list(GroupMove, deskKeys.groupMoves(c)),
    appendMove: (move) => desk.append(deskKeys.groupMove(move.consultationId, move.rev), move),
    listAnswers: (c) => desk.list(GroupAnswer, deskKeys.groupAnswers(c)),
    findAnswer: (c, groupId) => desk.find(GroupAnswer, deskKeys.groupAnswer(c, groupId)),
    putAnswer: (answer, readRev) =>
      desk.put(deskKeys.groupAnswer(answer.consultationId, answer.groupId), answer, readRev),
  }
}
