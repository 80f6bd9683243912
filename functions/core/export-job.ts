import * as z from 'zod'
import { ConsultationId, MemberId } from './ids.ts'
import { Instant } from './time.ts'

/** What the consolidated table is written as. */
export const tableFormats = ['xlsx', 'docx', 'csv', 'json'] as const
export type TableFormat = (typeof tableFormats)[number]

/**
 * The two editions of the table. `internal`: everything, to decide in and to load back. `public`: what the published
 * bulletin released (R10) and nothing that only the desk may know.
 */
export const tableEditions = ['internal', 'public'] as const
export type TableEdition = (typeof tableEditions)[number]

/** A worker that says nothing for so long is taken for dead. It says something every `exportBeatSeconds`. */
export const exportLeaseSeconds = 60

/** So often a worker says how far it is. */
export const exportBeatSeconds = 5
/** So often is a job taken up; a third worker that dies would not be the last. */
export const exportAttempts = 3
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
  rows: z.number().int(),
  bytes: z.number().int(),
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
  state: z.enum(['queued', 'running', 'ready', 'failed']),
  /** `reading`: entries of the log; `writing`: rows of the table. */
  phase: z.enum(['reading', 'writing']),
  done: z.number().int(),
  of: z.number().int(),
  /** How often a worker took it up. */
  attempts: z.number().int(),
  /** Of a `queued` job: by when a worker should have taken it; of a `running` one: by when it says something again. */
  leaseUntil: Instant,
  files: z.array(ExportFile),
  manifest: ExportFile.optional(),
  finishedAt: Instant.optional(),
  failure: z.enum(exportFailures).optional(),
  rev: z.number().int(),
})
export type ExportJob = z.infer<typeof ExportJob>

/** What names a job. */
export type ExportName = Pick<ExportJob, 'consultationId' | 'id'>

/** What any long job is while a worker may be at it. */
export type LeasedJob = Pick<
  ExportJob,
  'state' | 'phase' | 'done' | 'of' | 'attempts' | 'leaseUntil' | 'finishedAt' | 'rev'
> & { failure?: string | undefined }

/** Whether nobody is at work on an unfinished job any more. */
export function isAbandoned(
  { state, leaseUntil }: Pick<LeasedJob, 'state' | 'leaseUntil'>,
  now: Instant,
): boolean {
  return (state === 'queued' || state === 'running') && leaseUntil <= now
}
