import * as z from 'zod'
import { decisionGapCodes } from '#core/deciding/decision.ts'
import { DecisionShown } from './office-api.ts'

/** A cell that says something else than what stands now. */
export const TableCellChange = z.strictObject({
  /** The column's title. */
  column: z.string(),
  from: z.string(),
  to: z.string(),
})
export type TableCellChange = z.infer<typeof TableCellChange>

/** What became of one row of a table that came back, or would become of it. */
export const TableRowVerdict = z.strictObject({
  row: z.int(),
  opinionId: z.string(),
  /** `skipped`: it could be written, but was not among the rows chosen. */
  verdict: z.enum(['applied', 'skipped', 'unchanged', 'conflict', 'refused']),
  /** Column and reason codes with facts; the page turns them into sentences. */
  problems: z.array(
    z.strictObject({ column: z.string(), code: z.string(), facts: z.record(z.string(), z.unknown()) }),
  ),
  /** Which opinion it is, when it is one of this consultation: its article (`''`: the whole draft) and how it begins. */
  about: z.strictObject({ provisionLabel: z.string(), excerpt: z.string() }).optional(),
  /** What the row changes of what stands now; of a `conflict`, what it would. */
  changes: z.array(TableCellChange),
  /** What the decision would still lack to be published. */
  gaps: z.array(z.enum(decisionGapCodes)),
  /** Of an `unchanged` row: a colleague decided meanwhile, and nobody touched the row in the file. */
  decidedMeanwhile: z.boolean().optional(),
  /** The colleague's decision, when `conflict`. */
  theirs: DecisionShown.optional(),
})
export type TableRowVerdict = z.infer<typeof TableRowVerdict>

/**
 * `POST /office/api/consultations/{id}/table.xlsx` (or `.csv`; `?apply=0` for a dry run) → verdicts. The file is the
 * body, or `file` of a form (multipart/form-data) whose `rows` names the rows to write, as Excel shows them: `[2,3,7]`.
 */
export const TableVerdicts = z.strictObject({
  applied: z.int(),
  skipped: z.int(),
  unchanged: z.int(),
  /** Of the unchanged: untouched rows whose decision a colleague changed since; it is left as it is. */
  decidedMeanwhile: z.int(),
  conflict: z.int(),
  refused: z.int(),
  /** Opinions of the consultation that have no row in the file: left as they are. */
  missing: z.int(),
  rows: z.array(TableRowVerdict),
})
export type TableVerdicts = z.infer<typeof TableVerdicts>

/** `rows` of the form. */
export const ChosenRows = z.array(z.int().min(1).max(1_048_576)).max(20_000)
