import * as z from 'zod'
import { ConsultationId, MemberId } from '../ids.ts'
import { leasedJobFields } from '../leased-job.ts'
import { Instant } from '../time.ts'

/** What the consolidated table is written as. */
export const tableFormats = ['xlsx', 'docx', 'csv', 'json'] as const
export type TableFormat = (typeof tableFormats)[number]

/**
 * The two editions of the table. `internal`: everything, to decide in and to load back. `public`: what the published
 * bulletin released (R10) and nothing that only the desk may know.
 */
export const tableEditions = ['internal', 'public'] as const
export type TableEdition = (typeof tableEditions)[number]

/** Finished files wait so long; the objects' own lifecycle removes them. */
export const exportKeptDays = 7
/** A link in a list is good for so long. */
export const exportLinkHours = 24

/** Names one long job of writing a table: `x-7k2m9q`. */
export const ExportId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .brand<'ExportId'>()
export type ExportId = z.infer<typeof ExportId>

/** Why a job ended without files; `worker-lost`: three workers in a row died of it. */
export const exportFailures = ['not-published-yet', 'worker-lost', 'unexpected'] as const
export type ExportFailure = (typeof exportFailures)[number]

/** One finished file of a job. `sha256` in hexadecimal. */
export const ExportFile = z.strictObject({
  name: z.string(),
  key: z.string(),
  rows: z.int(),
  bytes: z.int(),
  sha256: z.string().length(64),
})
export type ExportFile = z.infer<typeof ExportFile>

/** A table that is written by a worker while nobody waits, and the state it is in. */
export const ExportJob = z.strictObject({
  id: ExportId,
  consultationId: ConsultationId,
  format: z.enum(tableFormats),
  edition: z.enum(tableEditions),
  /** As the address of the list of opinions spells it. */
  filter: z.record(z.string(), z.string()),
  requestedBy: MemberId,
  requestedByName: z.string(),
  requestedAt: Instant,
  ...leasedJobFields,
  files: z.array(ExportFile),
  manifest: ExportFile.optional(),
  failure: z.enum(exportFailures).optional(),
})
export type ExportJob = z.infer<typeof ExportJob>

/** What names a job. */
export type ExportName = Pick<ExportJob, 'consultationId' | 'id'>
