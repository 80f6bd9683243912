import { beatSeconds, type LeasedJob, leaseSeconds, mostAttempts } from '#core/leased-job.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Clock } from '#core/ports.ts'
import { instant, type Instant } from '#core/time.ts'

/** Where one long job is kept. */
export interface JobShelf<Job extends LeasedJob> {
  find(): Promise<Job | undefined>
  put(job: Job, readRev: number): Promise<Job>
}

/** Until when a worker may be silent. */
export function leaseFrom(now: Instant): Instant {
  return instant(Date.parse(now) + leaseSeconds * 1000)
}

/** Another worker has the job now, or this one must stop: it has nothing more to say. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/**
 * One worker's hold on a job. Every write names the rev it was made from, so two workers never both believe that they
 * have it; a worker that is silent for `leaseSeconds` loses it to whoever asks.
 */
export class JobLease<Job extends LeasedJob> {
  readonly #shelf: JobShelf<Job>
  readonly #clock: Clock
  #job: Job
  #beatMs: number
  /** Whether the worker itself is being stopped; its job is left to the next one. */
  isStopping: () => boolean = () => false

  private constructor(shelf: JobShelf<Job>, clock: Clock, job: Job) {
    this.#shelf = shelf
    this.#clock = clock
    this.#job = job
    this.#beatMs = Date.parse(clock.now())
  }

  /**
   * Takes a job up. `undefined`: there is nothing to do, because it is finished, another worker was faster, or too many
   * have died of it (then it is said to have failed). Throws `busy` while another worker is at it, so that whoever
   * calls comes again.
   */
  static async take<Job extends LeasedJob>(
    shelf: JobShelf<Job>,
    clock: Clock,
    kind: string,
  ): Promise<JobLease<Job> | undefined> {
    const job = await shelf.find()
    const now = clock.now()
    if (job === undefined || job.state === 'ready' || job.state === 'failed') return undefined
    if (job.state === 'running' && job.leaseUntil > now) throw new PortalError('busy', { kind })
    const isLost = job.attempts >= mostAttempts
    const next: Job = isLost
      ? { ...job, state: 'failed', failure: 'worker-lost', finishedAt: now }
      : { ...job, state: 'running', attempts: job.attempts + 1, phase: 'reading', done: 0, of: 0 }
    const held = await unlessChanged(
      shelf.put({ ...next, leaseUntil: leaseFrom(now) }, job.rev),
      () => undefined,
    )
    return held === undefined || isLost ? undefined : new JobLease(shelf, clock, held)
  }

  get job(): Job {
    return this.#job
  }

  /** Says how far it is, when something was not said for some seconds. Throws `LeaseLost`. */
  async beat(progress: Pick<LeasedJob, 'phase' | 'done' | 'of'>): Promise<void> {
    if (this.isStopping()) throw new LeaseLost()
    const now = this.#clock.now()
    if (Date.parse(now) - this.#beatMs < beatSeconds * 1000) return
    await this.#put({ ...this.#job, ...progress, leaseUntil: leaseFrom(now) })
    this.#beatMs = Date.parse(now)
  }

  /** Ends the job. Throws `LeaseLost`. */
  async end(result: Pick<Job, 'state'> & Partial<Job>): Promise<void> {
    await this.#put({ ...this.#job, ...result, finishedAt: this.#clock.now() })
  }

  /** Ends the job without a result, unless another worker has it. */
  async fail(failure: Job['failure']): Promise<void> {
    try {
      await this.#put({ ...this.#job, state: 'failed', failure, finishedAt: this.#clock.now() })
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error
    }
  }

  async #put(next: Job): Promise<void> {
    this.#job = await unlessChanged(this.#shelf.put(next, this.#job.rev), () => {
      throw new LeaseLost()
    })
  }
}

/** How a job is worked on. `failureOf`: why it ends when its work throws. */
export interface Labour<Job extends LeasedJob> {
  kind: string
  isStopping: () => boolean
  failureOf: (error: unknown) => Job['failure']
}

/**
 * Does a job's work, wherever a worker runs. Called twice it works once; called after a death it begins again. What the
 * work throws ends the job; a fault (`unexpected`) is thrown too, so that somebody hears of it. Throws `busy` as `take`.
 */
export async function workUnderLease<Job extends LeasedJob>(
  shelf: JobShelf<Job>,
  clock: Clock,
  { kind, isStopping, failureOf }: Labour<Job>,
  work: (lease: JobLease<Job>) => Promise<void>,
): Promise<void> {
  const lease = await JobLease.take(shelf, clock, kind)
  if (lease === undefined) return
  lease.isStopping = isStopping
  try {
    await work(lease)
  } catch (error) {
    if (error instanceof LeaseLost || isStopping()) return
    const failure = failureOf(error)
    await lease.fail(failure)
    if (failure === 'unexpected') throw error
  }
}

async function unlessChanged<T, U>(write: Promise<T>, otherwise: () => U): Promise<T | U> {
  try {
    return await write
  } catch (error) {
    if (isRefusal(error, 'changed-meanwhile')) return otherwise()
    throw error
  }
}
