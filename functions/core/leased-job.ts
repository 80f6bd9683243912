import * as z from 'zod'
import { Instant } from './time.ts'

/** A worker that says nothing for so long is taken for dead. It says something every `beatSeconds`. */
export const leaseSeconds = 60

/** So often a worker says how far it is. */
export const beatSeconds = 5
/** So often is a job taken up; a third worker that dies would not be the last. */
export const mostAttempts = 3

/** What any long job is while a worker may be at it. */
export const leasedJobFields = {
  state: z.enum(['queued', 'running', 'ready', 'failed']),
  /** `reading`: entries of the log; `writing`: rows, once for every file they go into. */
  phase: z.enum(['reading', 'writing']),
  done: z.int(),
  of: z.int(),
  /** How often a worker took it up. */
  attempts: z.int(),
  /** Of a `queued` job: by when a worker should have taken it; of a `running` one: by when it says something again. */
  leaseUntil: Instant,
  finishedAt: Instant.optional(),
  rev: z.int(),
}
const LeasedFields = z.strictObject(leasedJobFields)
export type LeasedJob = z.infer<typeof LeasedFields> & { failure?: string | undefined }

/** Whether nobody is at work on an unfinished job any more. */
export function isAbandoned(
  { state, leaseUntil }: Pick<LeasedJob, 'state' | 'leaseUntil'>,
  now: Instant,
): boolean {
  return (state === 'queued' || state === 'running') && leaseUntil <= now
}
