import type { DecisionInput } from '#contract/office-api.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { requireWords } from './require-words.ts'
import { writeDecision } from './write-decision.ts'

/**
 * Writes the one decision on an opinion (R3) as a whole: what the input leaves out is cleared. It may still be
 * incomplete; what is missing shows at readiness. Refuses `not-permitted`, `not-found` (also while the opinion is not
 * in the log yet), `invalid-fields` (words that are not in a later draft, R5), `changed-meanwhile`.
 */
export async function decideOpinion(
  deps: Pick<Deps, 'consultations' | 'drafts' | 'decisions' | 'opinionLog' | 'audit'>,
  member: Member,
  consultationId: ConsultationId,
  opinionId: OpinionId,
  input: DecisionInput,
  readRev: number,
  now: Instant,
): Promise<Decision> {
  requirePermission(member, 'decision.write')
  const consultation = await deps.consultations.get(consultationId)
  if ((await deps.opinionLog.positionOf(consultationId, opinionId)) === undefined)
    throw new PortalError('not-found', { kind: 'opinion', id: opinionId })
  const { laterTexts } =
    input.resulting === undefined ? { laterTexts: [] } : await readConsultationDrafts(deps, consultation)
  const resulting = input.resulting && requireWords(input.resulting, laterTexts)
  const before = await deps.decisions.find(consultationId, opinionId)
  if ((before?.rev ?? 0) !== readRev) throw new PortalError('changed-meanwhile', { rev: before?.rev ?? 0 })
  const fields = { ...input, resulting }
  return writeDecision(deps, member, { consultationId, opinionId, fields, before }, now)
}
