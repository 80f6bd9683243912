import * as z from 'zod'
import { limits } from './limits.ts'

/** Row, verdict, first words, receipt code, what to mend. */
export const answerSheetColumns = 5

const Cells = z.array(z.string().max(4000)).length(answerSheetColumns)

/**
 * `POST /office/api/batches/answers.xlsx` — the answers of an upload as a workbook to take away, in the words and the
 * language of whoever reads them. Nothing is kept, and receipt codes travel in bodies only, never in an address.
 */
export const AnswerSheet = z.strictObject({
  title: z.string().min(1).max(200),
  titles: Cells,
  rows: z.array(Cells).max(limits.maxSheetRows),
})
export type AnswerSheet = z.infer<typeof AnswerSheet>
