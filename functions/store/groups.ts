import * as z from 'zod'
import { GroupAnswer } from '#core/group-answer.ts'
import { GroupMove } from '#core/group-moves.ts'
import type { GroupHead, Groups } from '#core/group-ports.ts'
import type { ObjectStore } from '#core/log-ports.ts'
import { sha256 } from '#core/sha256.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const StoredHead: z.ZodType<GroupHead> = z.strictObject({
  method: z.string(),
  size: z.number().int(),
  segments: z.array(z.strictObject({ from: z.number().int(), to: z.number().int(), key: z.string() })),
  obsolete: z.array(z.string()),
  rev: z.number().int(),
})

/** Groups 同类意见: head, moves and answers on the table `desk`, segments as immutable objects. */
export function makeGroups(desk: Desk, objects: ObjectStore): Groups {
  return {
    head: (c) => desk.find(StoredHead, deskKeys.groupHead(c)),
    commit: (c, head, readRev) => desk.put(deskKeys.groupHead(c), head, readRev),
    appendSegment: async (c, from, to, bytes) => {
      const key = objectKeys.groupSegment(c, from, to, sha256(bytes).toString('hex'))
      await objects.put(key, bytes)
      return key
    },
    findSegment: (key) => objects.find(key),
    removeSegments: (keys) => objects.remove(keys),
    listMoves: (c) => desk.list(GroupMove, deskKeys.groupMoves(c)),
    appendMove: (move) => desk.append(deskKeys.groupMove(move.consultationId, move.rev), move),
    listAnswers: (c) => desk.list(GroupAnswer, deskKeys.groupAnswers(c)),
    findAnswer: (c, groupId) => desk.find(GroupAnswer, deskKeys.groupAnswer(c, groupId)),
    putAnswer: (answer, readRev) =>
      desk.put(deskKeys.groupAnswer(answer.consultationId, answer.groupId), answer, readRev),
  }
}
