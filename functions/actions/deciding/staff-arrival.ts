import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import type { RevisionInput } from '#contract/revision-api.ts'
import { consultationState } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { Member } from '#core/member.ts'
import type { OpinionContent, OpinionFlag } from '#core/opinion.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { cleanText, countChars } from '#core/text/text.ts'
import type { Instant } from '#core/time.ts'
import type { OpinionArrival } from '../intake/accept-opinion.ts'
import type { FamilyMember } from './opinion-family.ts'

const fieldLimits = {
  drafted: limits.maxDraftedChars,
  proposedText: limits.maxProposedTextChars,
  reason: limits.maxReasonChars,
} as const
const fields = Object.keys(fieldLimits) as (keyof typeof fieldLimits)[]

/** Texts that were decided or answered are not changed under whoever decided them: `transition-refused`. */
export async function requireUndecided(
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

/** What an opinion says once staff have written; 原话 and everything else of it stay. Refuses `invalid-fields`. */
export function staffContent(
  { content, flags }: FamilyMember,
  input: RevisionInput,
): { content: OpinionContent; flags: OpinionFlag[] } {
  const problems: FieldProblem[] = []
  const found = new Set<OpinionFlag>(flags)
  const { drafted: _d, proposedText: _p, reason: _r, ...kept } = content
  const next: OpinionContent = { ...kept }
  for (const field of fields) {
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

/** Whether a revision says in all three texts what somebody wants it to say. */
export function saysTheSame({ content }: Pick<FamilyMember, 'content'>, wanted: OpinionContent): boolean {
  return fields.every((field) => content[field] === wanted[field])
}

/** Everything about where the opinion came from stays; only who wrote this revision is new. */
export function staffArrival(
  { channel, noticeVersion, contactPointId, stationId, collectedOn }: FamilyMember,
  member: Member,
  written: { content: OpinionContent; flags: OpinionFlag[] },
): Omit<OpinionArrival, 'code' | 'supersedes'> {
  return {
    ...written,
    channel,
    noticeVersion,
    ...(contactPointId !== undefined && { contactPointId }),
    ...(stationId !== undefined && { stationId }),
    ...(collectedOn !== undefined && { collectedOn }),
    recordedBy: member.id,
    wantsAnswer: false,
  }
}
