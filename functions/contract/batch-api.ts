import * as z from 'zod'
import { BatchId } from '#core/ids.ts'
import { opinionFlags } from '#core/opinion.ts'
import { Instant } from '#core/time.ts'

/* Shapes of uploads: a contact point's spreadsheet in, an answer per row out. */

/** Column and reason of one refused cell or row of an upload. */
export const RowProblem = z.strictObject({
  column: z.string(),
  code: z.enum([
    'missing',
    'too-long',
    'unknown-provision',
    'unknown-choice',
    'not-a-date',
    'not-a-number',
    'collected-after-close',
    'collected-in-future',
    'late-without-date',
    'not-open-yet',
    'bad-characters',
    'row-number-repeated',
    'receipt-code-malformed',
    'receipt-code-taken',
    'store-failed',
  ]),
  facts: z.record(z.string(), z.unknown()),
})
export type RowProblem = z.infer<typeof RowProblem>

/** Something a person should look at in a cell that was read all the same. */
export const RowWarning = z.strictObject({
  column: z.string(),
  code: z.enum(['mojibake', 'year-guessed', 'day-ambiguous']),
  facts: z.record(z.string(), z.unknown()),
})
export type RowWarning = z.infer<typeof RowWarning>

/** One answer per row: `stored · repeated · revised · refused`. */
export const BatchRowAnswer = z.strictObject({
  row: z.int(),
  verdict: z.enum(['stored', 'repeated', 'revised', 'conflict', 'refused']),
  receiptCode: z.string().optional(),
  /** The first characters of the row's 原话 (≤ 20), so that the printed receipt reaches the right person. */
  firstWords: z.string().optional(),
  problems: z.array(RowProblem),
  /** Absent where there is nothing to look at. */
  warnings: z.array(RowWarning).optional(),
  flags: z.array(z.enum(opinionFlags)),
})
export type BatchRowAnswer = z.infer<typeof BatchRowAnswer>

/**
 * `PUT /office/api/batches/{batchId}?consultationId=…&fileName=…` with the .xlsx or .csv as body; `sheet`, `mapping`
 * (a saved one, or `none`) say how to read it, `only=12,57` stores some rows alone, `apply=0` only looks (`BatchLook`).
 * `GET /office/api/tasks/{consultationId}/template.xlsx` is the file to fill in; it carries its own batch id.
 */
export const BatchAnswer = z.strictObject({
  batchId: BatchId,
  rows: z.array(BatchRowAnswer),
  /** Columns of the file that are none of ours; what stands in them was not read. */
  ignoredColumns: z.array(z.string()),
  stored: z.int(),
  repeated: z.int(),
  revised: z.int(),
  refused: z.int(),
})
export type BatchAnswer = z.infer<typeof BatchAnswer>

/**
 * Lines of `PUT /office/api/batches/{batchId}` asked for as `application/x-ndjson`: the plan, answers as they come, and
 * at the end everything but the rows. An answer without `done` was cut short: sending the file again goes on.
 */
export const BatchProgress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan'), rows: z.int() }),
  z.strictObject({ kind: z.literal('rows'), rows: z.array(BatchRowAnswer) }),
  z.strictObject({ kind: z.literal('done'), answer: BatchAnswer.omit({ rows: true }) }),
])
export type BatchProgress = z.infer<typeof BatchProgress>

/** `GET /office/api/tasks/{consultationId}/batches` — earlier uploads of the member's own contact point, newest first. */
export const BatchList = z.strictObject({
  batches: z.array(
    z.strictObject({
      id: BatchId,
      fileName: z.string(),
      uploadedAt: Instant,
      stored: z.int(),
      repeated: z.int(),
      revised: z.int(),
      refused: z.int(),
    }),
  ),
})
export type BatchList = z.infer<typeof BatchList>
