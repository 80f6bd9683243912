import { type BulletinJobName, bulletinJobKinds, type BulletinWorker } from '#core/bulletin/bulletin-job.ts'
import type { Authority } from '#contract/authority.ts'
import type { AnswerSender } from '#core/mail/mail-ports.ts'
import { type BulletinJobDeps, runBulletinJob } from '../../functions/actions/bulletin/run-bulletin-job.ts'
import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'
import { makeJobQueue } from './job-queue.ts'

/** Previews and publishes long bulletins inside the portal, as a Lambda of their own does on AWS. */
export interface LocalBulletinWorker extends BulletinWorker {
  /** Takes up what a stopped or killed portal left unfinished. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Makes the worker of the local portal. */
export function makeBulletinWorker(
  deps: BulletinJobDeps & { telemetry: Telemetry; answerSender: AnswerSender },
  authority: Authority,
): LocalBulletinWorker {
  const onPublished = async ({ consultationId, edition }: { consultationId: string; edition: number }) => {
    deps.telemetry.emit('published', { consultationId, edition })
    await deps.answerSender.start()
  }
  const { start, stop } = makeJobQueue<BulletinJobName>(
    (name, isStopping) => runBulletinJob(deps, name, { authority, onPublished, isStopping }),
    (error) => deps.telemetry.emit('unexpected-error', { app: 'publish-bulletin', ...errorFacts(error) }),
  )
  return {
    start,
    stop,
    resume: async () => {
      for (const { id } of await deps.consultations.list())
        for (const kind of bulletinJobKinds) {
          const job = await deps.bulletinJobs.find({ consultationId: id, kind })
          if (job?.state !== 'queued' && job?.state !== 'running') continue
          // One portal has one worker, and this one has only just begun: whoever held the job is gone.
          await deps.bulletinJobs.put({ ...job, leaseUntil: deps.clock.now() }, job.rev)
          await start(job)
        }
    },
  }
}
