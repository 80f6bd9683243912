import type { BulletinJobs, OfficeBulletinJob } from '#contract/bulletin-api.ts'
import type { PublishInput } from '#contract/office-api.ts'
import {
  type BulletinJob,
  type BulletinJobKind,
  bulletinJobKinds,
  type BulletinWorker,
} from '#core/bulletin/bulletin-job.ts'
import { deskId } from '#core/desk-id.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'
import { leaseFrom } from '../job-lease.ts'
import { isNextLong } from './long-edition.ts'
import { type PublishDeps, readPublication, requireCorrection } from './publish-bulletin.ts'
import { wakeJob } from '../wake-job.ts'

type JobDeps = Pick<Deps, 'bulletinJobs' | 'consultations'> & { bulletinWorker: BulletinWorker }
type AskDeps = JobDeps & FactDeps & Pick<Deps, 'bulletins' | 'randomness' | 'settings'>

/** Whether the next edition of a consultation is a long one (`long-edition.ts`). Refuses `not-permitted`. */
export async function takesWorker(
  deps: FactDeps & Pick<Deps, 'bulletins' | 'settings'>,
  member: Member,
  id: ConsultationId,
): Promise<boolean> {
  requirePermission(member, 'consultation.publish')
  const [facts, latest] = await Promise.all([catchUpFacts(deps, id), deps.bulletins.latest(id)])
  return isNextLong(facts, latest, deps.settings)
}

/**
 * Asks for a look at a long bulletin as it would be published now. Refuses `not-permitted`, `not-found`, and
 * `transition-refused` for a short one, which `previewBulletin` answers at once.
 */
export async function requestPreview(
  deps: AskDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<OfficeBulletinJob> {
  await deps.consultations.get(id)
  if (!(await takesWorker(deps, member, id))) throw new PortalError('transition-refused', { state: 'short' })
  return ask(deps, member, { id, kind: 'preview', input: {} }, now)
}

/** Asks for the publication of a long edition; refused for the same reasons as it would be now. */
export async function requestPublication(
  deps: AskDeps & PublishDeps,
  member: Member,
  id: ConsultationId,
  input: PublishInput,
  now: Instant,
): Promise<OfficeBulletinJob> {
  requireCorrection(await readPublication(deps, member, id, input, now))
  return ask(deps, member, { id, kind: 'publish', input }, now)
}

/** The newest jobs. One whose worker died is noticed here and handed to another: whoever waits for it looks here. */
export async function readBulletinJobs(
  deps: JobDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<BulletinJobs> {
  requirePermission(member, 'consultation.publish')
  await deps.consultations.get(id)
  const jobs: BulletinJobs = {}
  for (const kind of bulletinJobKinds) {
    const job = await deps.bulletinJobs.find({ consultationId: id, kind })
    if (job !== undefined) jobs[kind] = shapeJob(await wake(deps, job, now))
  }
  return jobs
}

/** One at a time: while it is under way it is the answer to whoever asks. */
async function ask(
  deps: AskDeps,
  member: Member,
  { id, kind, input }: { id: ConsultationId; kind: BulletinJobKind; input: PublishInput },
  now: Instant,
): Promise<OfficeBulletinJob> {
  const held = await deps.bulletinJobs.find({ consultationId: id, kind })
  if (held?.state === 'queued' || held?.state === 'running') return shapeJob(await wake(deps, held, now))
  const fresh: BulletinJob = {
    id: deskId('b', deps.randomness, 10),
    consultationId: id,
    kind,
    input,
    requestedBy: member.id,
    requestedByName: member.name,
    requestedAt: now,
    state: 'queued',
    phase: 'reading',
    done: 0,
    of: 0,
    attempts: 0,
    leaseUntil: leaseFrom(now),
    // What was seen last stays to be looked at until there is something newer.
    ...(held?.previewKey !== undefined && { previewKey: held.previewKey }),
    rev: 0,
  }
  const job = await deps.bulletinJobs.put(fresh, held?.rev ?? 0)
  await deps.bulletinWorker.start(job)
  return shapeJob(job)
}

function wake(
  { bulletinJobs, bulletinWorker }: JobDeps,
  job: BulletinJob,
  now: Instant,
): Promise<BulletinJob> {
  return wakeJob(bulletinJobs, (woken) => bulletinWorker.start(woken), job, now)
}

function shapeJob(job: BulletinJob): OfficeBulletinJob {
  const { kind, requestedAt, requestedByName, state, phase, done, of, attempts } = job
  const { finishedAt, failure, edition } = job
  return {
    kind,
    requestedAt,
    requestedBy: requestedByName,
    state,
    phase,
    done,
    of,
    attempts,
    ...(finishedAt && { finishedAt }),
    ...(failure && { failure }),
    ...(edition !== undefined && { edition }),
  }
}
