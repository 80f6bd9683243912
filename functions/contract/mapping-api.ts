import * as z from 'zod'
import { BatchAnswer } from './batch-api.ts'
import { ColumnMapping, FieldRules, fieldsMissing } from '#core/batch/column-mapping.ts'

/* Shapes of reading other channels' tables: what a file looks like, how its columns are read, what would become of it. */

/** What a mapping says; `PUT /office/api/mappings/{mappingId}` with `If-Match` (`"0"` for a new one). */
export const MappingInput = z
  .strictObject({
    name: ColumnMapping.shape.name.trim(),
    headers: ColumnMapping.shape.headers,
    fields: FieldRules,
  })
  .superRefine(({ fields }, context) => {
    for (const key of fieldsMissing(fields))
      context.addIssue({ code: 'custom', path: ['fields', key], message: 'missing' })
  })
export type MappingInput = z.infer<typeof MappingInput>

/** `GET /office/api/mappings` — those of the member's own contact point, by name. */
export const MappingList = z.strictObject({ mappings: z.array(ColumnMapping) })
export type MappingList = z.infer<typeof MappingList>

/** A table as it lies in the file, enough of it to see which column is what. */
export const TableLayout = z.strictObject({
  /** The sheet that is read, `''` for a CSV, and every visible one. */
  sheet: z.string(),
  sheets: z.array(z.string()),
  /** The row of the titles, as Excel shows it. */
  headerRow: z.int(),
  /** The first rows as they stand, titles and what is above them included. */
  firstRows: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  columns: z.array(
    z.strictObject({
      title: z.string(),
      samples: z.array(z.string()),
      /** Everything that stands in the column when that is little: what a value map is made of. */
      distinct: z.array(z.string()).optional(),
    }),
  ),
  rows: z.int(),
  guesses: FieldRules,
})
export type TableLayout = z.infer<typeof TableLayout>

/**
 * `PUT /office/api/batches/{batchId}?apply=0` — what would become of a file; nothing is stored. `readBy` is absent when
 * nobody has said yet what its columns are; then there are no verdicts either.
 */
export const BatchLook = z.strictObject({
  layout: TableLayout,
  readBy: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('template') }),
      z.strictObject({ kind: z.literal('mapping'), mapping: ColumnMapping }),
    ])
    .optional(),
  /** Only rows with something to look at; the counts are of all. No receipt codes: nothing is held yet. */
  verdicts: BatchAnswer.omit({ batchId: true }).optional(),
})
export type BatchLook = z.infer<typeof BatchLook>
