import type { CollectedOpinion, OpinionAnswer } from '#contract/collect-api.ts'
import type { RowDraft } from './transcribed-row.ts'

/** Where one entered opinion stands. `answer` is the server's, about this very opinion. */
export interface EnteredRow {
  place: number
  draft: RowDraft
  opinion: CollectedOpinion
  state: 'waiting' | 'sending' | 'answered'
  answer?: OpinionAnswer
}

export interface EnteredSums {
  entered: number
  stored: number
  repeated: number
  mend: number
  waiting: number
}

/** Every row is in exactly one of the four: `entered` is their sum. */
export function sumRows(rows: readonly EnteredRow[]): EnteredSums {
  const count = (...verdicts: (string | undefined)[]) =>
    rows.filter(({ answer }) => verdicts.includes(answer?.verdict)).length
  return {
    entered: rows.length,
    stored: count('stored'),
    repeated: count('repeated'),
    mend: count('conflict', 'refused', 'quarantined'),
    waiting: count(undefined),
  }
}

/** Codes that may not be typed in again: everything entered here but what the server did not take. */
export function takenCodes(rows: readonly EnteredRow[]): Set<string> {
  const free = (row: EnteredRow) => row.answer?.verdict === 'conflict' || row.answer?.verdict === 'refused'
  return new Set(rows.filter((row) => !free(row)).map(({ opinion }) => opinion.receiptCode))
}

/** Gives each row the answer that names its id; a row without one waits again (OFFLINE row 3). */
export function withAnswers(
  rows: readonly EnteredRow[],
  sent: ReadonlyMap<number, string>,
  answers: readonly OpinionAnswer[],
): EnteredRow[] {
  const byId = new Map(answers.map((answer) => [answer.id as string, answer]))
  return rows.map((row) => {
    const id = sent.get(row.place)
    if (id === undefined) return row
    const answer = byId.get(id)
    const isFailure = answer?.problems.some(({ code }) => code === 'store-failed') ?? true
    const { answer: _, ...bare } = row
    return answer && !isFailure ? { ...bare, state: 'answered', answer } : { ...bare, state: 'waiting' }
  })
}
