import type { Consultation } from '../consultation.ts'
import { instant, type Instant } from '../time.ts'

const dayMs = 86_400_000

/**
 * When photos of sign-in sheets and recordings of a consultation are to be deleted: they prove that people took part,
 * and name them; once these have their answer and a time for complaints has passed, nothing needs them any more
 * (PIPL art. 19 and 47: no longer than necessary). Counted from the newest bulletin, or from the close of a withdrawn
 * window; `undefined` while people still wait for an answer.
 */
export function attachmentsEndAt(
  { status, answeredAt, closesAt }: Pick<Consultation, 'status' | 'answeredAt' | 'closesAt'>,
  keptDays: number,
): Instant | undefined {
  const from = status === 'answered' ? answeredAt : status === 'withdrawn' ? closesAt : undefined
  return from === undefined ? undefined : instant(Date.parse(from) + keptDays * dayMs)
}
