import { isAbandoned, type LeasedJob, mostAttempts } from '#core/leased-job.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Instant } from '#core/time.ts'
import { type JobShelf, leaseFrom } from './job-lease.ts'

/** Hands a job that nobody works on to a worker again, or gives it up. Somebody who was faster has done the same. */
export async function wakeJob<Job extends LeasedJob>(
  shelf: Pick<JobShelf<Job>, 'put'>,
  start: (job: Job) => Promise<void>,
  job: Job,
  now: Instant,
): Promise<Job> {
  if (!isAbandoned(job, now)) return job
  const isLost = job.attempts >= mostAttempts
  const next: Job = isLost
    ? { ...job, state: 'failed', failure: 'worker-lost', finishedAt: now }
    : { ...job, state: 'queued', leaseUntil: leaseFrom(now) }
  try {
    const stored = await shelf.put(next, job.rev)
    if (!isLost) await start(stored)
    return stored
  } catch (error) {
    if (isRefusal(error, 'changed-meanwhile')) return job
    throw error
  }
}
