import type { PublishedBill } from '#contract/published.ts'
import { becameOf } from './adoptions.ts'
import { comparisonOf, comparisonWithEarlier, type Compared } from './comparisons.ts'

/** A change an earlier text brought, and the article it was there: what still shapes the article it became. */
export interface EarlierChange {
  compared: Compared
  articleId: string
}

/** The texts before one, oldest first, each with the comparison that leads from it to that text. */
export function earlierTexts(bill: PublishedBill, draftId: string): Compared[] {
  const at = bill.drafts.findIndex(({ id }) => id === draftId)
  return bill.drafts.slice(0, Math.max(0, at)).flatMap(({ id }) => comparisonOf(bill, id, draftId) ?? [])
}

/** The changes of earlier texts with a published cause, by the article of this text they are part of now (R6). */
export function changesBehind(bill: PublishedBill, draftId: string): Map<string, EarlierChange[]> {
  const behind = new Map<string, EarlierChange[]>()
  for (const onward of earlierTexts(bill, draftId)) {
    const compared = comparisonWithEarlier(bill, onward.from.id)
    for (const { side, provisionId } of compared?.causes ?? []) {
      if (side !== 'to' || !compared) continue
      for (const later of becameOf(onward, provisionId))
        behind.set(later, [...(behind.get(later) ?? []), { compared, articleId: provisionId }])
    }
  }
  return behind
}
