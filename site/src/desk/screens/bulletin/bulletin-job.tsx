import type { OfficeBulletinJob } from '#contract/bulletin-api.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { isUnderWay } from '../../parts/bulletin-jobs.ts'
import { localMoment } from '../../rules/local-time.ts'

/** How far a worker is with a long bulletin, or why it ended. */
export function BulletinJob({ job }: { job: OfficeBulletinJob | undefined }) {
  const { bulletin } = useWords()
  const { offset } = useSession()
  if (job === undefined || job.state === 'ready') return null
  if (!isUnderWay(job)) {
    const why = bulletin.jobFailures[job.failure ?? ''] ?? bulletin.jobFailed
    return (
      <p role="alert" class="notice">
        <b>{bulletin.jobEnded[job.kind]}</b> {why}
      </p>
    )
  }
  const said = job.state === 'queued' ? bulletin.jobQueued : bulletin.jobAt[job.phase](percentOf(job))
  return (
    <div class="bulletin-job">
      <p role="status">{bulletin.jobRuns[job.kind]}</p>
      <p class="export-progress">
        <progress max={100} value={job.state === 'queued' ? 0 : percentOf(job)} aria-label={said} />
        <span>{said}</span>
        <span class="soft">{bulletin.jobAsked(job.requestedBy, localMoment(job.requestedAt, offset))}</span>
      </p>
    </div>
  )
}

function percentOf({ done, of }: OfficeBulletinJob): number {
  return of === 0 ? 0 : Math.min(99, Math.floor((done / of) * 100))
}
