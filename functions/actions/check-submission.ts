import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import type { OpinionSubmission } from '#contract/public-api.ts'
import type { Consultation } from '#core/consultation.ts'
import { maskPersonalData } from '#core/masking.ts'
import type { OpinionContent, OpinionFlag } from '#core/opinion.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/receipt.ts'
import { cleanText, countChars } from '#core/text.ts'

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

export type SubmissionCheck =
  { ok: true; checked: CheckedSubmission } | { ok: false; problems: FieldProblem[] }

const textLimits = {
  verbatim: limits.maxVerbatimChars,
  quote: limits.maxQuoteChars,
  proposedText: limits.maxProposedTextChars,
  reason: limits.maxReasonChars,
  category: limits.maxCategoryChars,
  area: limits.maxAreaChars,
  contact: limits.maxContactChars,
} as const
type TextField = keyof typeof textLimits

const fieldPaths: Partial<Record<TextField, string>> = {
  category: 'proponent.category',
  area: 'proponent.area',
}

class TextCheck {
  readonly problems: FieldProblem[] = []
  readonly flags = new Set<OpinionFlag>()

  /** Cleans one text; `undefined` when nothing is left of it. */
  read(name: TextField, raw: string | undefined): string | undefined {
    if (raw === undefined) return undefined
    const field = fieldPaths[name] ?? name
    const cleaned = cleanText(raw)
    if (!cleaned.ok) {
      this.problems.push({ field, code: cleaned.code })
      return undefined
    }
    for (const flag of cleaned.flags) this.flags.add(flag)
    const { text } = cleaned
    const actual = countChars(text)
    const limit = textLimits[name]
    if (actual > limit) this.problems.push({ field, code: 'too-long', limit, actual })
    return text === '' ? undefined : text
  }
}

/**
 * Checks one submission by the rules that the JSON API, the form and the check page share, and names every
 * problem at once. Categories are offered, not imposed: people may call themselves what they are.
 */
export function checkSubmission(submission: OpinionSubmission, ground: SubmissionGround): SubmissionCheck {
  const { consultation, provisionIds } = ground
  const check = new TextCheck()
  const verbatim = check.read('verbatim', submission.verbatim)
  const quote = check.read('quote', submission.quote)
  const proposedText = check.read('proposedText', submission.proposedText)
  const reason = check.read('reason', submission.reason)
  const category = check.read('category', submission.proponent?.category)
  const area = check.read('area', submission.proponent?.area)
  const contact = check.read('contact', submission.contact)

  const { problems } = check
  if (verbatim === undefined && !problems.some(({ field }) => field === 'verbatim'))
    problems.unshift({ field: 'verbatim', code: 'required' })
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
