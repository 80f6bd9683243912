import type { BatchAnswer, BatchProgress, BatchRowAnswer } from '#contract/batch-api.ts'

/** An upload as far as it has come, over as many attempts as it takes. */
export interface UploadRun {
  /** Answers by row of the file. */
  rows: ReadonlyMap<number, BatchRowAnswer>
  /** How many rows will be answered; 0 before the plan is told. */
  total: number
  /** The last line has come: every row has its answer. */
  isDone: boolean
  ignoredColumns: readonly string[]
}

export const newRun: UploadRun = { rows: new Map(), total: 0, isDone: false, ignoredColumns: [] }

/** Begins another attempt: the whole file again after a lost connection, or some rows that failed. */
export function tryAgain(run: UploadRun): UploadRun {
  return { ...run, isDone: false }
}

/** Takes a line of the answer. `isPart`: some rows are retried, the total stays what it was. */
export function takeLine(run: UploadRun, line: BatchProgress, isPart: boolean): UploadRun {
  if (line.kind === 'plan') return isPart ? run : { ...run, total: line.rows }
  if (line.kind === 'done') return { ...run, isDone: true, ignoredColumns: line.answer.ignoredColumns }
  const rows = new Map(run.rows)
  for (const answer of line.rows) rows.set(answer.row, merged(rows.get(answer.row), answer))
  return { ...run, rows }
}

/** What an earlier attempt of this upload stored, a later one finds again: to the person it is still what was stored. */
function merged(before: BatchRowAnswer | undefined, now: BatchRowAnswer): BatchRowAnswer {
  const wasStored = before?.verdict === 'stored' || before?.verdict === 'revised'
  return wasStored && now.verdict === 'repeated' ? { ...now, verdict: before.verdict } : now
}

/** Rows the server could not store, through no fault of theirs. */
export function failedRows({ rows }: UploadRun): number[] {
  return [...rows.values()].filter(isFailed).map(({ row }) => row)
}

export function isFailed({ problems }: BatchRowAnswer): boolean {
  return problems.some(({ code }) => code === 'store-failed')
}

/** Rows and counts as one answer. */
export function answerOf(run: UploadRun): Omit<BatchAnswer, 'batchId'> {
  const rows = [...run.rows.values()].sort((a, b) => a.row - b.row)
  const counts = { stored: 0, repeated: 0, revised: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict === 'conflict' ? 'refused' : verdict] += 1
  return { rows, ignoredColumns: [...run.ignoredColumns], ...counts }
}
