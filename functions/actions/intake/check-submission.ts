import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import type { OpinionSubmission } from '#contract/public-api.ts'
import type { Consultation } from '#core/consultation.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { OpinionContent, OpinionFlag } from '#core/opinion.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { TextCheck } from './text-check.ts'

/** What a submission is checked against: the consultation and the ids of its draft's provisions. */
export interface SubmissionGround {
  consultation: Pick<Consultation, 'id' | 'draftId' | 'noticeVersion'>
  provisionIds: ReadonlySet<string>
}

/** A submission whose texts are cleaned, trimmed and within their limits. */
export interface CheckedSubmission {
  code: ReceiptCode | undefined
  content: OpinionContent
  contact: string | undefined
  flags: OpinionFlag[]
}

/** A submission that can be stored, or everything that is wrong with it. */
export type SubmissionCheck =
  { ok: true; checked: CheckedSubmission } | { ok: false; problems: FieldProblem[] }

/**
 * Checks one submission by the rules that the JSON API, the form and the check page share, and names every
 * problem at once. Categories are offered, not imposed: people may call themselves what they are.
 */
export function checkSubmission(submission: OpinionSubmission, ground: SubmissionGround): SubmissionCheck {
  const { consultation, provisionIds } = ground
  const check = new TextCheck()
  const { proponent } = submission
  const verbatim = check.readVerbatim(submission.verbatim, limits.maxVerbatimChars)
  const quote = check.read('quote', submission.quote, limits.maxQuoteChars)
  const proposedText = check.read('proposedText', submission.proposedText, limits.maxProposedTextChars)
  const reason = check.read('reason', submission.reason, limits.maxReasonChars)
  const category = check.read('proponent.category', proponent?.category, limits.maxCategoryChars)
  const area = check.read('proponent.area', proponent?.area, limits.maxAreaChars)
  const contact = check.read('contact', submission.contact, limits.maxContactChars)

  const { problems } = check
  if (submission.provisionId !== null && !provisionIds.has(submission.provisionId))
    problems.push({ field: 'provisionId', code: 'unknown-provision' })
  if (submission.noticeVersion !== consultation.noticeVersion)
    problems.push({ field: 'noticeVersion', code: 'notice-outdated' })
  const code = submission.receiptCode === undefined ? undefined : parseReceiptCode(submission.receiptCode)
  if (submission.receiptCode !== undefined && code === undefined)
    problems.push({ field: 'receiptCode', code: 'receipt-code-malformed' })
  if (problems.length > 0 || verbatim === undefined) return { ok: false, problems }

  if ([verbatim, proposedText, reason, area].some((text) => text && maskPersonalData(text).found.length > 0))
    check.flags.add('personal-data')
  const content: OpinionContent = {
    consultationId: consultation.id,
    draftId: consultation.draftId,
    provisionId: submission.provisionId,
    ...(quote && { quote }),
    changeType: submission.changeType,
    verbatim,
    ...(proposedText && { proposedText }),
    ...(reason && { reason }),
    proponent: { kind: 'person', ...(category && { category }), ...(area && { area }), headcount: 1 },
  }
  return { ok: true, checked: { code, content, contact, flags: [...check.flags].sort() } }
}
