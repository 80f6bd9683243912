import type * as z from 'zod'
import { Cause, changedArticles, type CauseSubject, followedOutcomes } from '#core/causes.ts'
import type { DraftId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readLineage } from './read-lineage.ts'
import { writeAudit } from './write-audit.ts'

/** What a person says of one changed article. */
export const CauseInput = Cause.pick({
  side: true,
  provisionId: true,
  kind: true,
  sentence: true,
  decisions: true,
})
export type CauseInput = z.infer<typeof CauseInput>

type CauseDeps = Pick<Deps, 'drafts' | 'lineages' | 'causes' | 'consultations' | 'decisions' | 'audit'>

/**
 * Names why an article changed between two drafts (R6), or says it anew; `readRev` 0: nobody has yet. Refuses
 * `not-permitted`, `not-found`, `different-bills`, `changed-meanwhile`, and `invalid-fields` for an article that did not
 * change (`provisionId`), for opinions without a decision or with one that is not on this bill or was not followed
 * (`decisions`), and for another wording of what the public has read: `draft-is-published`. A cause that a released
 * draft still lacks may be named.
 */
export async function nameCause(
  deps: CauseDeps,
  member: Member,
  drafts: { fromDraftId: DraftId; toDraftId: DraftId },
  input: CauseInput,
  readRev: number,
  now: Instant,
): Promise<Cause> {
  requirePermission(member, 'cause.write')
  const { to, lineage } = await readLineage(deps, member, drafts.fromDraftId, drafts.toDraftId)
  if (to.meta.publishedAt !== undefined && readRev > 0)
    throw new PortalError('draft-is-published', { id: to.meta.id })
  const field = await problemOf(deps, input, changedArticles(lineage.links), lineage.billId)
  if (field !== undefined) throw new PortalError('invalid-fields', { fields: [field] })
  const cause = { ...drafts, ...input, statedBy: member.id, statedAt: now, rev: readRev }
  const stored = await deps.causes.put(cause, readRev)
  const facts = {
    fromDraftId: drafts.fromDraftId,
    provisionId: input.provisionId,
    kind: input.kind,
    decisions: input.decisions.length,
    rev: stored.rev,
  }
  await writeAudit(deps, member, { action: 'cause.name', subject: drafts.toDraftId, facts }, now)
  return stored
}

async function problemOf(
  deps: CauseDeps,
  input: CauseInput,
  changed: readonly CauseSubject[],
  billId: string,
): Promise<{ field: string; code: string } | undefined> {
  if (!changed.some(({ side, provisionId }) => side === input.side && provisionId === input.provisionId))
    return { field: 'provisionId', code: 'unknown-provision' }
  if ((input.kind === 'opinions') !== input.decisions.length > 0)
    return { field: 'decisions', code: input.kind === 'opinions' ? 'required' : 'unknown-choice' }
  const consultations = await deps.consultations.list()
  for (const [place, { consultationId, opinionId }] of input.decisions.entries()) {
    const isOfBill = consultations.some(({ id, billId: of }) => id === consultationId && of === billId)
    const decision = isOfBill ? await deps.decisions.find(consultationId, opinionId) : undefined
    if (!followedOutcomes.includes(decision?.outcome) || decision === undefined)
      return { field: `decisions.${place}`, code: 'unknown-choice' }
  }
  return undefined
}
