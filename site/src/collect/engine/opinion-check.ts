import { limits } from '#contract/limits.ts'
import { cleanText, countChars } from '#core/text/text.ts'
import type { StoredOpinion } from './collector.ts'

export interface FieldTrouble {
  field: string
  code: string
  facts: Record<string, unknown>
}

const longest = {
  verbatim: limits.maxVerbatimChars,
  drafted: limits.maxDraftedChars,
  proposedText: limits.maxProposedTextChars,
  reason: limits.maxReasonChars,
  quote: limits.maxQuoteChars,
} as const

/** What the server would refuse, found before a receipt is handed over. Nothing here needs the network. */
export function checkOpinion(content: StoredOpinion['content']): FieldTrouble[] {
  const problems: FieldTrouble[] = []
  const report = (field: string, code: string, facts: FieldTrouble['facts'] = {}) =>
    problems.push({ field, code, facts })
  if (content.verbatim.trim() === '') report('verbatim', 'required')
  for (const [field, max] of Object.entries(longest)) {
    const text = content[field as keyof typeof longest]
    if (text === undefined) continue
    const cleaned = cleanText(text)
    if (!cleaned.ok) report(field, cleaned.code)
    else if (countChars(cleaned.text) > max) report(field, 'too-long', { max })
    else if (field === 'verbatim' && cleaned.text === '' && text.trim() !== '') report(field, 'required')
  }
  const { headcount, category, area, groupName } = content.proponent
  if (!Number.isInteger(headcount) || headcount < 1 || headcount > 100_000)
    report('proponent.headcount', 'malformed')
  if ((category ?? '').length > limits.maxCategoryChars)
    report('proponent.category', 'too-long', { max: limits.maxCategoryChars })
  if ((area ?? '').length > limits.maxAreaChars)
    report('proponent.area', 'too-long', { max: limits.maxAreaChars })
  if ((groupName ?? '').length > 80) report('proponent.groupName', 'too-long', { max: 80 })
  if (content.noticeVersion === '') report('noticeVersion', 'required')
  return problems
}
