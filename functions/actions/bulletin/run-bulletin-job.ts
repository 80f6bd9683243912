import type { BulletinJob, BulletinJobName } from '#core/bulletin/bulletin-job.ts'
import type { Authority } from '#contract/authority.ts'
import { isLongEdition, type LongBulletin } from '#core/bulletin/long-bulletin.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type JobLease, workUnderLease } from '../job-lease.ts'
import {
  composeLongPreview,
  type LongDeps,
  type LongWork,
  publishLongBulletin,
} from './publish-long-bulletin.ts'
import { answerWith } from './publish-bulletin.ts'
import { publishSite } from './publish-site.ts'

export type BulletinJobDeps = LongDeps &
  Pick<Deps, 'bulletinJobs' | 'members' | 'clock' | 'published' | 'tasks'>

/** What a worker may say, and what it is told of. */
interface RunOptions {
  authority: Authority
  /** An edition is out: letters may leave. */
  onPublished?: (edition: LongBulletin) => Promise<void>
  isStopping?: () => boolean
}

/**
 * Does what is asked of a long bulletin (`workUnderLease`); after a death it begins again, or finishes the edition it had
 * stored. A refusal ends the job with its code.
 */
export async function runBulletinJob(
  deps: BulletinJobDeps,
  name: BulletinJobName,
  { authority, onPublished, isStopping = () => false }: RunOptions,
): Promise<void> {
  const shelf = {
    find: () => deps.bulletinJobs.find(name),
    put: (job: BulletinJob, readRev: number) => deps.bulletinJobs.put(job, readRev),
  }
  const labour = { kind: 'bulletin', isStopping, failureOf }
  await workUnderLease<BulletinJob>(shelf, deps.clock, labour, (lease) =>
    name.kind === 'preview' ? preview(deps, lease) : publish(deps, lease, { authority, onPublished }),
  )
}

async function preview(deps: BulletinJobDeps, lease: JobLease<BulletinJob>): Promise<void> {
  const { consultationId } = lease.job
  const member = await memberOf(deps, lease.job)
  const onProgress: LongWork['onProgress'] = (progress) => lease.beat(progress)
  const seen = await composeLongPreview(deps, member, consultationId, { onProgress }, deps.clock.now())
  await lease.end({ state: 'ready', previewKey: await deps.bulletins.putPreview(seen) })
}

async function publish(
  deps: BulletinJobDeps,
  lease: JobLease<BulletinJob>,
  { authority, onPublished }: Pick<RunOptions, 'authority' | 'onPublished'>,
): Promise<void> {
  const { consultationId, input, id, attempts } = lease.job
  const member = await memberOf(deps, lease.job)
  const work: LongWork = {
    authority,
    writtenBy: `${id}-${attempts}`,
    onProgress: (progress) => lease.beat(progress),
  }
  const now = deps.clock.now()
  const bulletin =
    (await finishOwn(deps, member, lease.job, now)) ??
    (await publishLongBulletin(deps, member, consultationId, input, work, now))
  await publishSite(deps, authority, deps.clock.now())
  await onPublished?.(bulletin)
  await lease.end({ state: 'ready', edition: bulletin.edition })
}

/** An edition that an earlier attempt of this job stored before it died becomes the answer. */
async function finishOwn(
  deps: BulletinJobDeps,
  member: Member,
  { consultationId, id }: BulletinJob,
  now: Instant,
) {
  const latest = await deps.bulletins.latest(consultationId)
  if (latest === undefined || !isLongEdition(latest) || !latest.writtenBy.startsWith(`${id}-`))
    return undefined
  const consultation = await deps.consultations.get(consultationId)
  await answerWith(deps, member, { consultation }, latest, now)
  return latest
}

/** Whoever asked, if they still may. */
async function memberOf({ members }: BulletinJobDeps, { requestedBy }: BulletinJob): Promise<Member> {
  const member = await members.find(requestedBy)
  if (member === undefined || !member.active) throw new PortalError('not-permitted')
  requirePermission(member, 'consultation.publish')
  return member
}

function failureOf(error: unknown): string {
  return error instanceof PortalError ? error.code : 'unexpected'
}
