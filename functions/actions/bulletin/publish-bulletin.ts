import type { PublishInput, Readiness } from '#contract/office-api.ts'
import { type Bulletin, usualSections } from '#core/bulletin/bulletin.ts'
import type { BulletinDraft, BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import { decisionGaps } from '#core/deciding/decision-gaps.ts'
import { type Consultation, consultationState } from '#core/consultation.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { ConsultationId } from '#core/ids.ts'
import { type Edition, isLongEdition } from '#core/bulletin/long-bulletin.ts'
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
import { composeBulletin, type EditionFacts } from './compose-bulletin.ts'
import { currentCount } from './long-edition.ts'
import { type AnswerBook, readAnswers } from './read-answers.ts'
import { correctionOf } from './read-bulletin.ts'
import { writeAudit } from '../write-audit.ts'

export type PublishDeps = ReadinessDeps &
  Pick<Deps, 'inbox' | 'bulletins' | 'bulletinDrafts' | 'contactPoints' | 'groups' | 'audit'>

/** Everything a publication rests on, once it may be: refusals are behind it. */
export interface Publication {
  ground: BulletinGround
  contactPoints: ContactPoint[]
  latest: Edition | undefined
  facts: EditionFacts
  isAnswered: boolean
}

/**
 * Looks whether a bulletin may be published now. Refuses as `publishBulletin` does, but for what only its rows tell.
 */
export async function readPublication(
  deps: PublishDeps,
  member: Member,
  id: ConsultationId,
  input: PublishInput,
  now: Instant,
): Promise<Publication> {
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
  const isAnswered = consultationState(ground.consultation, now) === 'answered'
  return { ground, contactPoints, latest, facts, isAnswered }
}

/** A correction says why. Refuses `invalid-fields`. */
export function requireCorrection({ isAnswered, facts }: Publication): void {
  if (isAnswered && facts.correction === '')
    throw new PortalError('invalid-fields', { fields: [{ field: 'correction', code: 'required' }] })
}

/**
 * Publishes the bulletin 采纳情况通报, or a later edition of it, and releases the later drafts its answers point into.
 * Refused with the list of what is missing (`publication-incomplete`, the Readiness as facts; `causes-missing` when
 * nothing else is, with the articles of each draft it would release), also while an opinion received before is not in the
 * log yet (R3); `not-permitted`; `invalid-fields` when a correction gives no reason; `nothing-to-publish` when nothing
 * differs from the newest edition; `already-exists` or `changed-meanwhile` when a colleague published, or saved the words
 * to be published, at the same moment. Whether it is a long edition (`long-edition.ts`) is asked before.
 */
export async function publishBulletin(
  deps: PublishDeps,
  member: Member,
  id: ConsultationId,
  input: PublishInput,
  now: Instant,
): Promise<Bulletin> {
  const publication = await readPublication(deps, member, id, input, now)
  const { ground, contactPoints, latest, facts, isAnswered } = publication
  const material = { ...ground, contactPoints, answers: await readAnswers(deps, id, ground.facts) }
  const { bulletin, answered } = await composeBulletin(deps, material, facts)
  requireWhole(ground, material.answers, bulletin)
  // Only a publication cut short leaves an edition of a consultation that is not answered yet: it is finished.
  const stored = latest !== undefined && sayTheSame(latest, bulletin) ? latest : undefined
  if (stored !== undefined && isAnswered)
    throw new PortalError('nothing-to-publish', { edition: stored.edition })
  requireCorrection(publication)
  await releaseDrafts(deps, ground, now)
  if (stored === undefined) await deps.bulletins.append(bulletin, answered)
  await answerWith(deps, member, ground, bulletin, now)
  return stored ?? bulletin
}

/** The later drafts an edition's answers point into become public with it (R5). */
export async function releaseDrafts(
  deps: Pick<Deps, 'drafts'>,
  { releasing }: BulletinGround,
  now: Instant,
): Promise<void> {
  for (const later of releasing) await deps.drafts.put({ ...later, publishedAt: now }, later.rev)
}

/** An edition that is stored is the consultation's answer from now on. */
export async function answerWith(
  deps: Pick<Deps, 'consultations' | 'audit'>,
  member: Member,
  { consultation }: Pick<BulletinGround, 'consultation'>,
  { edition, reconciliation: { received, byOutcome } }: Pick<Bulletin, 'edition' | 'reconciliation'>,
  now: Instant,
): Promise<void> {
  await answer(deps, consultation, now)
  const told = { edition, received, ...byOutcome }
  await writeAudit(deps, member, { action: 'bulletin.publish', subject: consultation.id, facts: told }, now)
}

/**
 * Answers are read after the look that said "ready": what a colleague decided in between must be as ready, else somebody
 * looks again. Throws `changed-meanwhile`.
 */
export function requireWhole(
  ground: BulletinGround,
  { distinct }: AnswerBook,
  { reconciliation }: Pick<Bulletin, 'reconciliation'>,
): void {
  const { facts, drafts, releasing } = ground
  const hidden = new Set(drafts.later.filter((draft) => draft.publishedAt === undefined).map(({ id }) => id))
  for (const { id } of releasing) hidden.delete(id)
  const isReady = distinct.every(
    (answer) =>
      decisionGaps(answer, drafts.laterTexts).length === 0 &&
      (answer.resulting === undefined || !hidden.has(answer.resulting.draftId)),
  )
  if (reconciliation.received !== currentCount(facts) || !isReady)
    throw new PortalError('changed-meanwhile', { rev: 0 })
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

async function answer(
  deps: Pick<Deps, 'consultations'>,
  consultation: Consultation,
  now: Instant,
): Promise<void> {
  const isFirst = consultation.status === 'announced'
  const answeredAt = isFirst ? now : (consultation.answeredAt ?? now)
  const next = { ...consultation, status: 'answered' as const, answeredAt }
  await deps.consultations.transition(isFirst ? 'answer' : 'reanswer', next, now)
}

/** Whether a short edition says word for word what another one does. */
function sayTheSame(stored: Edition, bulletin: Bulletin): stored is Bulletin {
  const said = ({ head, sections, tallies, rows }: Bulletin) =>
    JSON.stringify({ head, sections: sections ?? usualSections, tallies, rows })
  return !isLongEdition(stored) && said(stored) === said(bulletin)
}
