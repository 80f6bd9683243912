import type { AnswerName } from '#contract/answer-names.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'

export type Answers = Partial<Record<AnswerName | 'quote', string>>

/** What this device keeps of one unfinished or just delivered opinion. */
export interface KeptDraft {
  answers: Answers
  savedAtMs: number
  /** Made before the first sending and kept through every retry, so that a retry is a repeat (R1, R2). */
  code?: ReceiptCode
  /** Set once the server has answered with this very code; shown until the person has kept it. */
  receivedAt?: string
}

const prefix = 'kaimen-say'

function keyOf(consultationId: string, place: string): string {
  return `${prefix}:${consultationId}:${place}`
}

/** Reads what is kept for one article (`''`: the draft as a whole). Anything unreadable counts as nothing. */
export function readDraft(consultationId: string, place: string): KeptDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(consultationId, place)) ?? 'null') as KeptDraft | null
    return kept !== null && typeof kept === 'object' && typeof kept.answers === 'object' ? kept : undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft; `false` when this device does not let us. */
export function keepDraft(consultationId: string, place: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(consultationId, place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Removes it from this device. */
export function dropDraft(consultationId: string, place: string): void {
  try {
    localStorage.removeItem(keyOf(consultationId, place))
  } catch {
    // storage is closed to us: there is nothing to remove
  }
}
