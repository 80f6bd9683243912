import { exportAttempts, exportBeatSeconds, type ExportJob, type ExportName } from '#core/export-job.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { leaseFrom } from './request-export.ts'

type LeaseDeps = Pick<Deps, 'exports' | 'clock'>

/** Another worker has the job now, or this one must stop: it has nothing more to say. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/**
 * One worker's hold on a job. Every write names the rev it was made from, so two workers never both believe that they
 * have it; a worker that is silent for `exportLeaseSeconds` loses it to whoever asks.
 */
export class ExportLease {
  readonly #deps: LeaseDeps
  #job: ExportJob
  #beatMs: number
  /** Whether the worker itself is being stopped; its job is left to the next one. */
  isStopping: () => boolean = () => false

  private constructor(deps: LeaseDeps, job: ExportJob) {
    this.#deps = deps
    this.#job = job
    this.#beatMs = Date.parse(deps.clock.now())
  }

  /**
   * Takes a job up. `undefined`: there is nothing to do, because it is finished, another worker was faster, or too many
   * have died of it (then it is said to have failed). Throws `busy` while another worker is at it, so that whoever
   * calls comes again.
   */
  static async take(deps: LeaseDeps, { consultationId, id }: ExportName): Promise<ExportLease | undefined> {
    const job = await deps.exports.find(consultationId, id)
    const now = deps.clock.now()
    if (job === undefined || job.state === 'ready' || job.state === 'failed') return undefined
    if (job.state === 'running' && job.leaseUntil > now) throw new PortalError('busy', { kind: 'export' })
    const isLost = job.attempts >= exportAttempts
    const next: ExportJob = isLost
      ? { ...job, state: 'failed', failure: 'worker-lost', finishedAt: now }
      : { ...job, state: 'running', attempts: job.attempts + 1, phase: 'reading', done: 0, of: 0 }
    const held = await unlessChanged(
      deps.exports.put({ ...next, leaseUntil: leaseFrom(now) }, job.rev),
      () => undefined,
    )
    return held === undefined || isLost ? undefined : new ExportLease(deps, held)
  }

  get job(): ExportJob {
    return this.#job
  }

  /** Says how far it is, when something was not said for some seconds. Throws `LeaseLost`. */
  async beat(progress: Pick<ExportJob, 'phase' | 'done' | 'of'>): Promise<void> {
    if (this.isStopping()) throw new LeaseLost()
    const now = this.#deps.clock.now()
    if (Date.parse(now) - this.#beatMs < exportBeatSeconds * 1000) return
    await this.#put({ ...this.#job, ...progress, leaseUntil: leaseFrom(now) })
    this.#beatMs = Date.parse(now)
  }

  /** Ends the job. Throws `LeaseLost`. */
  async end(result: Pick<ExportJob, 'state'> & Partial<ExportJob>): Promise<void> {
    await this.#put({ ...this.#job, ...result, finishedAt: this.#deps.clock.now() })
  }

  async #put(next: ExportJob): Promise<void> {
    this.#job = await unlessChanged(this.#deps.exports.put(next, this.#job.rev), () => {
      throw new LeaseLost()
    })
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
