import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import type { OpinionRevision, RevisionInput } from '#contract/revision-api.ts'
import { consultationState } from '#core/consultation.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { maskPersonalData } from '#core/masking.ts'
import type { Member } from '#core/member.ts'
import type { OpinionContent, OpinionFlag } from '#core/opinion.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { staffRevisionCode, staffRevisionId } from '#core/staff-revision.ts'
import { cleanText, countChars } from '#core/text.ts'
import type { Instant } from '#core/time.ts'
import { acceptOpinion, type OpinionArrival } from './accept-opinion.ts'
import { type FamilyMember, ownFamily } from './opinion-family.ts'
import { shapeRevision } from './shape-revision.ts'
import { writeAudit } from './write-audit.ts'

type ReviseDeps = Pick<
  Deps,
  'consultations' | 'decisions' | 'opinionLog' | 'inbox' | 'keys' | 'randomness' | 'audit'
>

const fieldLimits = {
  drafted: limits.maxDraftedChars,
  proposedText: limits.maxProposedTextChars,
  reason: limits.maxReasonChars,
} as const

/**
 * What staff of a contact point make of one of its opinions, as a new revision by the one door: 原话 stays untouched, the
 * old revision is kept, and who wrote and when stands in it (R1, R9). The same again is a repeat. Of two people who
 * revise the same text the second is refused with `changed-meanwhile` and reads both in the history. Refuses
 * `not-permitted` (also for another contact point's, R-SECURITY 7), `not-found`, `invalid-fields`, and
 * `transition-refused` once the opinion was decided or its consultation answered.
 */
export async function reviseOpinion(
  deps: ReviseDeps,
  member: Member,
  subject: { consultationId: ConsultationId; opinionId: OpinionId },
  input: RevisionInput,
  now: Instant,
): Promise<{ verdict: 'stored' | 'repeated'; revision: OpinionRevision }> {
  requirePermission(member, 'opinion.revise')
  const { consultationId, opinionId } = subject
  const family = await ownFamily(deps, member, consultationId, opinionId)
  const corrected = family.find(({ id }) => id === opinionId)
  if (corrected === undefined) throw new PortalError('not-found', { kind: 'opinion', id: opinionId })
  await requireUndecided(deps, consultationId, family, now)
  const { content, flags } = checkedContent(corrected, input)
  const code = staffRevisionCode(deps.keys, opinionId)
  const arrival = { ...arrivalOf(corrected, member, content, flags), code }
  const names = new Map([[member.id, member.name]])
  if (saysTheSame(corrected, content))
    return { verdict: 'repeated', revision: shapeRevision(corrected, names) }
  const atDesk = staffRevisionId(deps.keys, opinionId)
  const elsewhere = family.find(({ id, supersedes }) => supersedes === opinionId && id !== atDesk)
  if (elsewhere !== undefined) throw changed(elsewhere.id)
  const { verdict, record } = await acceptOpinion(deps, arrival, now)
  if (verdict === 'conflict') throw changed(record.id)
  if (verdict === 'stored') {
    const facts = { consultationId, corrects: opinionId, contactPointId: member.contactPointId ?? '' }
    await writeAudit(deps, member, { action: 'opinion.revise', subject: record.id, facts }, now)
  }
  return { verdict, revision: shapeRevision({ ...record, logged: false }, names) }
}

const changed = (current: OpinionId) => new PortalError('changed-meanwhile', { current })

/** Texts that were decided or answered are not changed under whoever decided them. */
async function requireUndecided(
  deps: Pick<Deps, 'consultations' | 'decisions'>,
  consultationId: ConsultationId,
  family: readonly FamilyMember[],
  now: Instant,
): Promise<void> {
  const state = consultationState(await deps.consultations.get(consultationId), now)
  const needs = ['open', 'closed']
  if (!needs.includes(state))
    throw new PortalError('transition-refused', { transition: 'revise', state, needs })
  for (const { id } of family)
    if ((await deps.decisions.find(consultationId, id))?.outcome !== undefined)
      throw new PortalError('transition-refused', {
        transition: 'revise',
        state: 'decided',
        needs: ['undecided'],
      })
}

function checkedContent(
  { content, flags }: FamilyMember,
  input: RevisionInput,
): { content: OpinionContent; flags: OpinionFlag[] } {
  const problems: FieldProblem[] = []
  const found = new Set<OpinionFlag>(flags)
  const { drafted: _d, proposedText: _p, reason: _r, ...kept } = content
  const next: OpinionContent = { ...kept }
  for (const field of Object.keys(fieldLimits) as (keyof typeof fieldLimits)[]) {
    const cleaned = cleanText(input[field] ?? '')
    if (!cleaned.ok) {
      problems.push({ field, code: cleaned.code })
      continue
    }
    const [actual, limit] = [countChars(cleaned.text), fieldLimits[field]]
    if (actual > limit) problems.push({ field, code: 'too-long', limit, actual })
    for (const flag of cleaned.flags) found.add(flag)
    if (maskPersonalData(cleaned.text).found.length > 0) found.add('personal-data')
    if (cleaned.text !== '') next[field] = cleaned.text
  }
  if (problems.length > 0) throw new PortalError('invalid-fields', { fields: problems })
  return { content: next, flags: [...found].sort() }
}

function saysTheSame({ content }: FamilyMember, wanted: OpinionContent): boolean {
  return (['drafted', 'proposedText', 'reason'] as const).every((field) => content[field] === wanted[field])
}

/** Everything about where the opinion came from stays; only who wrote this revision is new. */
function arrivalOf(
  { id, channel, noticeVersion, contactPointId, stationId, collectedOn }: FamilyMember,
  member: Member,
  content: OpinionContent,
  flags: OpinionFlag[],
): Omit<OpinionArrival, 'code'> {
  return {
    content,
    channel,
    noticeVersion,
    ...(contactPointId !== undefined && { contactPointId }),
    ...(stationId !== undefined && { stationId }),
    ...(collectedOn !== undefined && { collectedOn }),
    recordedBy: member.id,
    supersedes: id,
    flags,
    wantsAnswer: false,
  }
}
