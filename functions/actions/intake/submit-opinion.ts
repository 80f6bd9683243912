import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import type { OpinionSubmission, SubmissionAnswer } from '#contract/public-api.ts'
import { consultationState, type Consultation } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { receiptCode, receiptCodeBytes, type ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import type { Instant } from '#core/time.ts'
import { acceptOpinion, contentHashOf, type Acceptance, type OpinionArrival } from './accept-opinion.ts'
import { checkSubmission, type CheckedSubmission } from './check-submission.ts'
import { promiseOf } from './promise.ts'
import { submissionGround } from './submission-ground.ts'

type SubmitDeps = Pick<Deps, 'inbox' | 'randomness' | 'keys' | 'drafts'> & {
  people: Pick<Deps['people'], 'append'>
  consultations: Pick<Deps['consultations'], 'get'>
}

/** What a resident is answered: 201 for `stored`, 200 for `repeated`. */
export interface Submitted {
  verdict: 'stored' | 'repeated'
  answer: SubmissionAnswer
}

/**
 * A resident's opinion, from JSON or from the form. Refuses with `not-found`, `window-not-open-yet`,
 * `window-closed`, `invalid-fields` or `unknown-provision` (facts: `fields`), `receipt-code-taken`.
 * A repeat of what is already held is answered as held, even after the close: the receipt was given (R1, R2).
 */
export async function submitOpinion(
  deps: SubmitDeps,
  consultationId: ConsultationId,
  submission: OpinionSubmission,
  now: Instant,
): Promise<Submitted> {
  const ground = await submissionGround(deps, consultationId)
  const { consultation } = ground
  const check = checkSubmission(submission, ground)
  const refusal = windowRefusal(consultation, now)
  if (refusal) {
    const held = check.ok ? await heldRepeat(deps, arrivalOf(deps, submission, check.checked)) : undefined
    if (held === undefined) throw refusal
    return answerOf(deps, held.code, { verdict: 'repeated', record: held.record })
  }
  if (!check.ok) throw fieldRefusal(check.problems)
  const arrival = arrivalOf(deps, submission, check.checked)
  if (check.checked.contact !== undefined)
    await keepContact(deps, arrival, check.checked.contact, consultation)
  return answerOf(deps, arrival.code, await acceptOpinion(deps, arrival, now))
}

/** Several problems go together; an unknown provision alone has a name of its own. */
export function fieldRefusal(problems: readonly FieldProblem[]): PortalError {
  const alone = problems.length === 1 ? problems[0]?.code : undefined
  return new PortalError(alone === 'unknown-provision' ? alone : 'invalid-fields', { fields: problems })
}

/** The window is [opensAt, closesAt), to the millisecond of the clock handed in. */
export function windowRefusal(consultation: Consultation, now: Instant): PortalError | undefined {
  const { billId, opensAt, closesAt } = consultation
  const state = consultationState(consultation, now)
  if (state === 'open') return undefined
  if (state === 'scheduled') return new PortalError('window-not-open-yet', { billId, opensAt, now })
  return new PortalError('window-closed', { billId, closesAt, now })
}

function arrivalOf(
  deps: Pick<Deps, 'randomness'>,
  submission: OpinionSubmission,
  checked: CheckedSubmission,
): OpinionArrival {
  return {
    code: checked.code ?? receiptCode(deps.randomness.bytes(receiptCodeBytes)),
    content: checked.content,
    channel: submission.channel ?? 'web',
    noticeVersion: submission.noticeVersion,
    flags: checked.flags,
    wantsAnswer: checked.contact !== undefined,
  }
}

async function heldRepeat(deps: Pick<Deps, 'inbox'>, arrival: OpinionArrival) {
  const { code, ...rest } = arrival
  const record = await deps.inbox.find(opinionIdOf(code))
  return record?.contentHash === contentHashOf(rest) ? { code, record } : undefined
}

/**
 * Contact data goes first, so that an acknowledged wish for an answer is never without an address; but only
 * where no opinion stands yet, so that nobody adds an address to an opinion that was given without one.
 */
async function keepContact(
  deps: Pick<SubmitDeps, 'inbox' | 'people'>,
  arrival: OpinionArrival,
  contact: string,
  consultation: Consultation,
): Promise<void> {
  const id = opinionIdOf(arrival.code)
  if ((await deps.inbox.find(id)) !== undefined) return
  const closes = Math.floor(Date.parse(consultation.closesAt) / 1000)
  const expiresAtSeconds = closes + limits.contactDaysAfterClose * 86_400
  await deps.people.append({ id, contact, noticeVersion: arrival.noticeVersion, expiresAtSeconds })
}

function answerOf(deps: Pick<Deps, 'keys'>, code: ReceiptCode, acceptance: Acceptance): Submitted {
  const { verdict, record } = acceptance
  if (verdict === 'conflict') throw new PortalError('receipt-code-taken')
  const promise = promiseOf(deps.keys, record)
  return { verdict, answer: { receiptCode: code, receivedAt: record.receivedAt, promise } }
}
