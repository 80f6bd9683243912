import { pagePaths } from '#contract/page-paths.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'

/** Where the QR of a form leads: the bill's page; draft and contact point for whoever transcribes. Nothing personal. */
export function formAddress(
  origin: string,
  form: { billId: string; draftId: string; contactPointId: string },
): string {
  const query = new URLSearchParams({ draft: form.draftId as DraftId, point: form.contactPointId })
  return `${origin}${pagePaths.bill(form.billId as BillId)}?${query}`
}

/** Where the QR of a slip leads: the receipt page, the code in the fragment alone, which no server ever sees. */
export function receiptAddress(origin: string, code: ReceiptCode): string {
  return `${origin}${pagePaths.receipt}#${code}`
}

/**
 * The receipt code of a slip however it comes: typed in groups, or scanned as the whole address. A code stands in
 * the fragment of an address and nowhere else of it. `undefined` when there is none.
 */
export function readSlipCode(text: string): ReceiptCode | undefined {
  const [, fragment] = text.split('#')
  return parseReceiptCode(fragment ?? text)
}
