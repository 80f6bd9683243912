import { limits } from '#contract/limits.ts'
import type { JointAnswerInput, JointAnswerList, JointAnswerShown } from '#contract/opinion-work-api.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { ConsultationId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { JointAnswer } from '#core/deciding/joint-answer.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { selectPlaces } from '#core/deciding/select-opinions.ts'
import type { Instant } from '#core/time.ts'
import { type ListingDeps, readListing } from './read-listing.ts'
import { readConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { requireWords } from './require-words.ts'
import { writeAudit } from '../write-audit.ts'
import { type DecisionFields, writeDecision } from './write-decision.ts'

type AnswerDeps = ListingDeps & Pick<Deps, 'jointAnswers' | 'audit' | 'bulletins'>

/**
 * Gives one answer to every undecided opinion of an article, as far as the list its reader saw went. Each gets a
 * decision of its own; what a colleague noted there or decided meanwhile stands. It is noted whom it is for before
 * anything is written, so that the same id again goes on after a crash and everything can be taken back. Refuses
 * `not-permitted`, `not-found`, `invalid-fields` (words that are not in a later draft, R5).
 */
export async function answerArticle(
  deps: AnswerDeps,
  member: Member,
  id: ConsultationId,
  input: JointAnswerInput,
  now: Instant,
): Promise<JointAnswerShown> {
  requirePermission(member, 'decision.write')
  const begun = await deps.jointAnswers.find(id, input.id)
  const { answer, left } =
    begun === undefined ? await beginAnswer(deps, member, id, input, now) : { answer: begun, left: undefined }
  if (answer.undoneAt !== undefined) return shown(answer, { count: 0 })
  const written = await eachInFlight(answer.members, limits.maxPutsInFlight, (one) =>
    decideOpen(deps, member, answer, one),
  )
  const count = written.filter(Boolean).length
  const { article, decision } = answer
  const facts = { consultationId: id, article, outcome: decision.outcome, count }
  await writeAudit(deps, member, { action: 'article.answer', subject: answer.id, facts }, now)
  return shown(answer, { count, ...(left !== undefined && { left }) })
}

async function beginAnswer(
  deps: AnswerDeps,
  member: Member,
  id: ConsultationId,
  { id: answerId, article, newest, known, outcome, reason, resulting: asked }: JointAnswerInput,
  now: Instant,
): Promise<{ answer: JointAnswer; left: number }> {
  const { consultation, ground } = await readListing(deps, id, newest === true)
  const { laterTexts } = await readConsultationDrafts(deps, consultation)
  const resulting = asked && requireWords(asked, laterTexts)
  const decision = { outcome, reason, ...(resulting && { resulting }) }
  const undecided = selectPlaces(ground, { article, undecided: true }).filter((place) => place < known)
  const chosen = [...undecided.subarray(0, limits.maxDecisionsPerCall)]
  const members = await eachInFlight(chosen, limits.maxPutsInFlight, async (place) => {
    const opinionId = ground.facts.ids.at(place)
    const held = await deps.decisions.find(id, opinionId)
    return { opinionId, rev: (held?.rev ?? 0) + 1 }
  })
  const answer = await deps.jointAnswers.put(
    {
      consultationId: id,
      id: answerId,
      article,
      decision,
      members,
      decidedBy: member.id,
      decidedAt: now,
      rev: 0,
    },
    0,
  )
  return { answer, left: undecided.length - chosen.length }
}

/** Writes the answer as the decision of this rev; whether it stands there, now or from an earlier try. */
async function decideOpen(
  deps: Pick<Deps, 'decisions' | 'audit'>,
  member: Member,
  answer: JointAnswer,
  { opinionId, rev }: JointAnswer['members'][number],
): Promise<boolean> {
  const { consultationId, decision, decidedAt } = answer
  const before = await deps.decisions.find(consultationId, opinionId)
  if (isOf(answer, rev, before)) return true
  if ((before?.rev ?? 0) !== rev - 1 || before?.outcome !== undefined) return false
  const fields = { ...internalFields(before), ...decision }
  return isWritten(writeDecision(deps, member, { consultationId, opinionId, fields, before }, decidedAt))
}

/** Whether a decision is the one this answer wrote, and not a colleague's that came to the same rev. */
function isOf({ decidedAt, decidedBy }: JointAnswer, rev: number, held: Decision | undefined): boolean {
  return held?.rev === rev && held.decidedAt === decidedAt && held.decidedBy === decidedBy
}

/** Whether a write went through; a colleague who was quicker keeps theirs. */
async function isWritten(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing
    return true
  } catch (error) {
    if (isRefusal(error, 'changed-meanwhile')) return false
    throw error
  }
}

/** What colleagues noted for themselves stays whatever is answered. */
function internalFields(held: DecisionFields | undefined): DecisionFields {
  const { proposal, note, responsible } = held ?? {}
  return { proposal, note, responsible }
}

/**
 * Takes an answer to an article back: its opinions are undecided again, except those a colleague has changed since.
 * Refuses `not-permitted`, `not-found`, `transition-refused` once a bulletin has told people.
 */
export async function undoArticleAnswer(
  deps: AnswerDeps,
  member: Member,
  id: ConsultationId,
  answerId: string,
  now: Instant,
): Promise<JointAnswerShown> {
  requirePermission(member, 'decision.write')
  const answer = await deps.jointAnswers.find(id, answerId)
  if (answer === undefined) throw new PortalError('not-found', { kind: 'joint-answer', id: answerId })
  if (answer.undoneAt !== undefined) return shown(answer, { count: 0, kept: 0 })
  const { publishedAt = '' } = (await deps.bulletins.latest(id)) ?? {}
  if (publishedAt >= answer.decidedAt)
    throw new PortalError('transition-refused', { transition: 'undo', status: 'answered' })
  const undone = await eachInFlight(answer.members, limits.maxPutsInFlight, (one) =>
    reopen(deps, member, answer, one, now),
  )
  const count = undone.filter(Boolean).length
  const stored = await deps.jointAnswers.put({ ...answer, undoneAt: now }, answer.rev)
  const facts = { consultationId: id, article: answer.article, count }
  await writeAudit(deps, member, { action: 'article.reopen', subject: answerId, facts }, now)
  return shown(stored, { count, kept: answer.members.length - count })
}

async function reopen(
  deps: Pick<Deps, 'decisions' | 'audit'>,
  member: Member,
  answer: JointAnswer,
  { opinionId, rev }: JointAnswer['members'][number],
  now: Instant,
): Promise<boolean> {
  const { consultationId } = answer
  const before = await deps.decisions.find(consultationId, opinionId)
  if (!isOf(answer, rev, before)) return false
  const fields = internalFields(before)
  return isWritten(writeDecision(deps, member, { consultationId, opinionId, fields, before }, now))
}

/** Answers to articles, newest first. Refuses `not-permitted`. */
export async function listArticleAnswers(
  deps: Pick<Deps, 'jointAnswers'>,
  member: Member,
  id: ConsultationId,
): Promise<JointAnswerList> {
  requirePermission(member, 'opinion.readAll')
  const answers = await deps.jointAnswers.listOf(id)
  const newestFirst = answers.toSorted((a, b) => (a.decidedAt > b.decidedAt ? -1 : 1))
  return { answers: newestFirst.map((answer) => shown(answer, { count: answer.members.length })) }
}

function shown(
  { id, article, decision, decidedAt, undoneAt }: JointAnswer,
  counts: Pick<JointAnswerShown, 'count' | 'left' | 'kept'>,
): JointAnswerShown {
  const { outcome, reason } = decision
  return { id, article, outcome, reason, ...counts, decidedAt, ...(undoneAt && { undoneAt }) }
}
