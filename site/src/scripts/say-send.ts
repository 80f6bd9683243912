import type { FieldProblemAnswer } from '#contract/field-problem.ts'
import type { OpinionSubmission, SubmissionAnswer } from '#contract/public-api.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import type { Answers } from './say-draft.ts'
import type { SayPage } from './say-words.ts'

const patienceMs = 30_000

/** What came of one sending. Only an answer of ours that carries this very code counts as delivered. */
export type Sending =
  | { kind: 'delivered'; receivedAt: string }
  | { kind: 'mend'; problems: FieldProblemAnswer[] }
  | { kind: 'taken' }
  | { kind: 'closed' }
  | { kind: 'refused'; title: string; detail: string }
  | { kind: 'busy' }
  | { kind: 'undelivered' }

function submissionOf(page: SayPage, place: string, answers: Answers, code: ReceiptCode): OpinionSubmission {
  const { changeType, verbatim = '', category, area, proposedText, reason, contact, quote } = answers
  const given = (value: string | undefined): boolean => value !== undefined && value.trim() !== ''
  const proponent = { ...(given(category) && { category }), ...(given(area) && { area }) }
  return {
    receiptCode: code,
    provisionId: (place || null) as OpinionSubmission['provisionId'],
    changeType: changeType as OpinionSubmission['changeType'],
    verbatim,
    noticeVersion: page.noticeVersion,
    ...(given(quote) && { quote }),
    ...(given(proposedText) && { proposedText }),
    ...(given(reason) && { reason }),
    ...(given(contact) && { contact }),
    ...(Object.keys(proponent).length > 0 && { proponent }),
    ...(new URLSearchParams(location.search).get('from') === 'qr' && { channel: 'qr' as const }),
  }
}

interface ProblemAnswer {
  code?: string
  title?: string
  detail?: string
  errors?: FieldProblemAnswer[]
}

function refusalOf(status: number, problem: ProblemAnswer): Sending {
  if (problem.code === 'receipt-code-taken') return { kind: 'taken' }
  if (problem.code === 'window-closed' || problem.code === 'window-not-open-yet') return { kind: 'closed' }
  if (problem.errors && problem.errors.length > 0) return { kind: 'mend', problems: problem.errors }
  if (status === 429 || status === 503) return { kind: 'busy' }
  if (status >= 500 || problem.title === undefined) return { kind: 'undelivered' }
  return { kind: 'refused', title: problem.title, detail: problem.detail ?? '' }
}

/** Sends one opinion under its code. Safe to call again with the same answers: the server finds the first (R1). */
export async function sendOpinion(
  page: SayPage,
  place: string,
  answers: Answers,
  code: ReceiptCode,
): Promise<Sending> {
  try {
    const path = `/api/consultations/${page.consultationId}/opinions?lang=${page.language}`
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(submissionOf(page, place, answers, code)),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) return refusalOf(response.status, (await response.json()) as ProblemAnswer)
    const answer = (await response.json()) as Partial<SubmissionAnswer>
    const isOurs = parseReceiptCode(answer.receiptCode ?? '') === code && answer.receivedAt !== undefined
    return isOurs ? { kind: 'delivered', receivedAt: answer.receivedAt ?? '' } : { kind: 'undelivered' }
  } catch {
    return { kind: 'undelivered' }
  }
}
