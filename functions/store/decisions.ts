import { Decision } from '#core/decision.ts'
import type { Decisions } from '#core/ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Decisions 采纳情况 on the table `desk`, one item an opinion (R3). */
export function makeDecisions(desk: Desk): Decisions {
  return {
    listOf: async (consultationId) => {
      const all = await desk.list(Decision, deskKeys.decisions(consultationId))
      return new Map(all.map((decision) => [decision.opinionId, decision]))
    },
    find: (consultationId, opinionId) => desk.find(Decision, deskKeys.decision(consultationId, opinionId)),
    put: (decision, readRev) =>
      desk.put(deskKeys.decision(decision.consultationId, decision.opinionId), decision, readRev),
  }
}
