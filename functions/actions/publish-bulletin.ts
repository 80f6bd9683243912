import type { PublishInput, Readiness } from '#contract/office-api.ts'
import { type Bulletin, usualSections } from '#core/bulletin.ts'
import type { BulletinDraft, BulletinWriting } from '#core/bulletin-draft.ts'
import { decisionGaps } from '#core/decision-gaps.ts'
import { type Consultation, consultationState } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import {
  type BulletinGround,
  type ReadinessDeps,
  readinessOf,
  readWholeGround,
} from './bulletin-readiness.ts'
import { composeBulletin } from './compose-bulletin.ts'
import { type AnswerBook, readAnswers } from './read-answers.ts'
import { correctionOf } from './read-bulletin.ts'
import { writeAudit } from './write-audit.ts'

type PublishDeps = ReadinessDeps &
  Pick<Deps, 'inbox' | 'bulletins' | 'bulletinDrafts' | 'contactPoints' | 'groups' | 'audit'>

/**
 * Publishes the bulletin 采纳情况通报, or a later edition of it, and releases the later drafts its answers point into.
 * Refused with the list of what is missing (`publication-incomplete`, the Readiness as facts; `causes-missing` when
 * nothing else is, with the articles of each draft it would release), also while an opinion received before is not in the
 * log yet (R3); `not-permitted`; `invalid-fields` when a correction gives no reason; `nothing-to-publish` when nothing
 * differs from the newest edition; `already-exists` or `changed-meanwhile` when a colleague published, or saved the words
 * to be published, at the same moment.
 */
export async function publishBulletin(
  deps: PublishDeps,
  member: Member,
  id: ConsultationId,
  input: PublishInput,
  now: Instant,
): Promise<Bulletin> {
  requirePermission(member, 'consultation.publish')
  const [ground, contactPoints, latest, draft] = await Promise.all([
    readWholeGround(deps, member, id),
    deps.contactPoints.list(),
    deps.bulletins.latest(id),
    deps.bulletinDrafts.find(id),
  ])
  requireReady(readinessOf(ground, now, deps.settings.utcOffsetMinutes))
  const edition = (latest?.edition ?? 0) + 1
  const facts = { edition, publishedAt: now, ...wordsOf(input, draft, edition) }
  const material = { ...ground, contactPoints, answers: await readAnswers(deps, id, ground.facts) }
  const { bulletin, answered } = await composeBulletin(deps, material, facts)
  requireWhole(ground, material.answers, bulletin)
  // Only a publication cut short leaves an edition of a consultation that is not answered yet: it is finished.
  const isAnswered = consultationState(ground.consultation, now) === 'answered'
  const isStored = latest !== undefined && sayTheSame(latest, bulletin)
  if (isStored && isAnswered) throw new PortalError('nothing-to-publish', { edition: latest.edition })
  if (isAnswered && facts.correction === '')
    throw new PortalError('invalid-fields', { fields: [{ field: 'correction', code: 'required' }] })
  for (const later of ground.releasing) await deps.drafts.put({ ...later, publishedAt: now }, later.rev)
  if (!isStored) await deps.bulletins.append(bulletin, answered)
  await answer(deps, ground.consultation, now)
  const { received, byOutcome } = bulletin.reconciliation
  const told = { edition: bulletin.edition, received, ...byOutcome }
  await writeAudit(deps, member, { action: 'bulletin.publish', subject: id, facts: told }, now)
  return isStored ? latest : bulletin
}

/**
 * Answers are read after the look that said "ready": what a colleague decided in between must be as ready, else somebody
 * looks again. Throws `changed-meanwhile`.
 */
function requireWhole(ground: BulletinGround, { distinct }: AnswerBook, { reconciliation }: Bulletin): void {
  const { facts, drafts, releasing } = ground
  const current = facts.size - facts.superseded().reduce((sum, mark) => sum + mark, 0)
  const hidden = new Set(drafts.later.filter((draft) => draft.publishedAt === undefined).map(({ id }) => id))
  for (const { id } of releasing) hidden.delete(id)
  const isReady = distinct.every(
    (answer) =>
      decisionGaps(answer, drafts.laterTexts).length === 0 &&
      (answer.resulting === undefined || !hidden.has(answer.resulting.draftId)),
  )
  if (reconciliation.received !== current || !isReady) throw new PortalError('changed-meanwhile', { rev: 0 })
}

/** The words to publish: those kept at the desk, if they are still those that were looked at, else those handed in. */
function wordsOf(
  { draftRev, head, correction }: PublishInput,
  draft: BulletinDraft | undefined,
  edition: number,
): { writing: BulletinWriting | undefined; correction: string } {
  if (draftRev === undefined)
    return {
      writing: { head, sections: usualSections.map(({ kind }) => ({ kind })), correction: '' },
      correction: edition === 1 ? '' : (correction ?? ''),
    }
  const rev = draft?.rev ?? 0
  if (rev !== draftRev) throw new PortalError('changed-meanwhile', { rev })
  return { writing: draft, correction: edition === 1 ? '' : correctionOf(draft, edition) }
}

function requireReady(readiness: Readiness): void {
  if (readiness.ready) return
  const { blockers, gapCount, owed } = readiness
  const owesOnlyCauses = gapCount === 0 && blockers.every((blocker) => blocker === 'causes-missing')
  if (owesOnlyCauses) throw new PortalError('causes-missing', { owed })
  throw new PortalError('publication-incomplete', { readiness })
}

async function answer(deps: PublishDeps, consultation: Consultation, now: Instant): Promise<void> {
  const isFirst = consultation.status === 'announced'
  const answeredAt = isFirst ? now : (consultation.answeredAt ?? now)
  const next = { ...consultation, status: 'answered' as const, answeredAt }
  await deps.consultations.transition(isFirst ? 'answer' : 'reanswer', next, now)
}

function sayTheSame(a: Bulletin, b: Bulletin): boolean {
  const said = ({ head, sections, tallies, rows }: Bulletin) =>
    JSON.stringify({ head, sections: sections ?? usualSections, tallies, rows })
  return said(a) === said(b)
}
