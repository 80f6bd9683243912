import type { ExportName } from '#core/deciding/export-job.ts'
import type { ExportWorker } from '#core/deciding/export-ports.ts'
import { runExport, type RunDeps } from '../../functions/actions/table/run-export.ts'
import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'
import { makeJobQueue } from './job-queue.ts'

/** Writes long tables one after the other inside the portal, as a Lambda of their own does on AWS. */
export interface TableBuilder extends ExportWorker {
  /** Takes up what a stopped or killed portal left unfinished. */
  resume(): Promise<void>
  /** Resolves when nothing is written any more; what is under way is left to the next start. */
  stop(): Promise<void>
}

/** Makes the worker of the local portal. */
export function makeTableBuilder(deps: RunDeps & { telemetry: Telemetry }): TableBuilder {
  const { start, stop } = makeJobQueue<ExportName>(
    (name, isStopping) => runExport(deps, name, { isStopping }),
    (error) => deps.telemetry.emit('unexpected-error', { app: 'build-table', ...errorFacts(error) }),
  )
  return {
    start,
    stop,
    resume: async () => {
      for (const { id } of await deps.consultations.list())
        for (const job of await deps.exports.listOf(id)) {
          if (job.state !== 'queued' && job.state !== 'running') continue
          // One portal has one worker, and this one has only just begun: whoever held the job is gone.
          await deps.exports.put({ ...job, leaseUntil: deps.clock.now() }, job.rev)
          await start(job)
        }
    },
  }
}
