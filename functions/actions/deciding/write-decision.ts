import type { Decision } from '#core/deciding/decision.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { writeAudit } from '../write-audit.ts'

/** What a person may decide, without who and when. */
export type DecisionFields = Pick<
  Decision,
  'outcome' | 'proposal' | 'reason' | 'resulting' | 'responsible' | 'note'
>

/**
 * Writes one decision over the one it was made from (`before`, `undefined`: none) and records both outcomes.
 * Throws `changed-meanwhile` when another one stands there now.
 */
export async function writeDecision(
  deps: Pick<Deps, 'decisions' | 'audit'>,
  member: Member,
  decided: Pick<Decision, 'consultationId' | 'opinionId'> & {
    fields: DecisionFields
    before?: Decision | undefined
  },
  now: Instant,
): Promise<Decision> {
  const { consultationId, opinionId, fields, before } = decided
  const readRev = before?.rev ?? 0
  const stored = await deps.decisions.put(
    {
      consultationId,
      opinionId,
      ...withoutEmpty(fields),
      decidedBy: member.id,
      decidedAt: now,
      rev: readRev,
    },
    readRev,
  )
  const facts = {
    consultationId,
    before: before?.outcome ?? 'none',
    after: stored.outcome ?? 'none',
    rev: stored.rev,
  }
  await writeAudit(deps, member, { action: 'decision.put', subject: opinionId, facts }, now)
  return stored
}

/** Texts that say nothing are not stored, so that "empty" has one spelling. */
function withoutEmpty(fields: DecisionFields): DecisionFields {
  return Object.fromEntries(Object.entries(fields).filter(([, held]) => held !== undefined && held !== ''))
}
