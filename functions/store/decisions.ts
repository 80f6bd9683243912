import * as z from 'zod'
import { Decision } from '#core/deciding/decision.ts'
import { OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { DecisionChange, Decisions } from '#core/deciding/decision-ports.ts'
import { Instant } from '#core/time.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

const Change: z.ZodType<DecisionChange> = z.strictObject({
  opinionId: OpinionId,
  at: Instant,
  rev: z.int(),
})
const removalsInFlight = 16

const outcomeFields = ['opinionId', 'outcome', 'rev', 'decidedAt', 'reason', 'resulting'] as const
const Outcome = Decision.pick({
  opinionId: true,
  outcome: true,
  rev: true,
  decidedAt: true,
  reason: true,
  resulting: true,
})

/**
 * Decisions 采纳情况 on the table `desk`, one item an opinion (R3). Before each write a small item says that it is about
 * to happen: whoever follows the decisions reads those since the last time and looks at the decisions they name. Said
 * before, not after, a crash in between costs a look and never a decision unheard of.
 */
export function makeDecisions(desk: Desk): Decisions {
  return {
    pages: (consultationId) => desk.pages(Decision, deskKeys.decisions(consultationId)),
    find: (consultationId, opinionId) => desk.find(Decision, deskKeys.decision(consultationId, opinionId)),
    put: async (decision, readRev) => {
      const { consultationId, opinionId, decidedAt } = decision
      const change = { opinionId, at: decidedAt, rev: readRev + 1 }
      await desk.set(deskKeys.decisionChange(consultationId, decidedAt, opinionId), change)
      return desk.put(deskKeys.decision(consultationId, opinionId), decision, readRev)
    },
    listChanges: async (consultationId, from) => {
      const changes: DecisionChange[] = []
      const pages = desk.pages(Change, deskKeys.decisionChanges(consultationId), { from })
      for await (const page of pages) changes.push(...page)
      return changes
    },
    trimChanges: async (consultationId, before, most) => {
      let left = most
      const pages = desk.pages(Change, deskKeys.decisionChanges(consultationId), { before })
      for await (const page of pages) {
        await eachInFlight(page.slice(0, left), removalsInFlight, ({ at, opinionId }) =>
          desk.remove(deskKeys.decisionChange(consultationId, at, opinionId)),
        )
        left -= page.length
        if (left <= 0) return
      }
    },
    outcomes: (consultationId) =>
      desk.pages(Outcome, deskKeys.decisions(consultationId), { fields: outcomeFields }),
  }
}
