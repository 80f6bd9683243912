import * as z from 'zod'
import {
  exportFailures,
  ExportId,
  tableEditions,
  type TableFormat,
  tableFormats,
} from '#core/deciding/export-job.ts'
import { Instant } from '#core/time.ts'

/**
 * Tables of so many rows leave at once, by `GET …/table.xlsx`; longer ones are worth a job, and behind a gateway there is
 * no other way: an answer ends at 6 MB, of which its base64 leaves 4.5. Workbooks and Word files are compressed.
 */
export const directTableRows: Record<TableFormat, number> = { xlsx: 5000, docx: 5000, csv: 1000, json: 1000 }

/**
 * `POST /office/api/consultations/{id}/exports` → 202 `OfficeExport`; the same request while one is under way answers
 * that one. `filter` has the names and spellings of the list's own query: `{ "article": "art-5", "undecided": "1" }`.
 * `POST …/exports/{exportId}/restart` takes up a failed one again.
 */
export const NewExport = z.strictObject({
  format: z.enum(tableFormats),
  edition: z.enum(tableEditions).default('internal'),
  filter: z.record(z.string().max(40), z.string().max(200)).default({}),
})
export type NewExport = z.infer<typeof NewExport>

const File = z.strictObject({
  name: z.string(),
  rows: z.int(),
  bytes: z.int(),
  /** Hexadecimal. */
  sha256: z.string(),
  /** Good for a day and for members who may download the table. */
  href: z.string(),
})

/** One job of writing a long table as the desk lists it. `done` of `of` entries (`reading`) or rows (`writing`). */
export const OfficeExport = z.strictObject({
  id: ExportId,
  format: z.enum(tableFormats),
  edition: z.enum(tableEditions),
  filter: z.record(z.string(), z.string()),
  requestedBy: z.string(),
  requestedAt: Instant,
  /** `expired`: it was ready, and its files are gone. */
  state: z.enum(['queued', 'running', 'ready', 'failed', 'expired']),
  phase: z.enum(['reading', 'writing']),
  done: z.int(),
  of: z.int(),
  attempts: z.int(),
  files: z.array(File),
  /** Lists the files with their rows and hashes, as JSON. */
  manifest: File.optional(),
  finishedAt: Instant.optional(),
  /** When the files go. */
  expiresAt: Instant.optional(),
  failure: z.enum(exportFailures).optional(),
})
export type OfficeExport = z.infer<typeof OfficeExport>

/** `GET /office/api/consultations/{id}/exports`, newest first. */
export const OfficeExportList = z.strictObject({ exports: z.array(OfficeExport) })
export type OfficeExportList = z.infer<typeof OfficeExportList>
