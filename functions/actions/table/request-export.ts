import type { NewExport, OfficeExport, OfficeExportList } from '#contract/export-api.ts'
import { canonicalJson } from '#core/log/commitment.ts'
import { deskId } from '#core/desk-id.ts'
import {
  ExportId,
  type ExportFile,
  type ExportJob,
  exportKeptDays,
  exportLinkHours,
} from '#core/deciding/export-job.ts'
import type { ExportWorker } from '#core/deciding/export-ports.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { instant, type Instant } from '#core/time.ts'
import { exportHref } from './export-link.ts'
import { leaseFrom } from '../job-lease.ts'
import { fieldsOf } from './table-filter.ts'
import { wakeJob } from '../wake-job.ts'
import { writeAudit } from '../write-audit.ts'

type RequestDeps = Pick<Deps, 'consultations' | 'exports' | 'bulletins' | 'randomness' | 'keys' | 'audit'> & {
  exportWorker: ExportWorker
}

type JobRequest = Pick<ExportJob, 'format' | 'edition' | 'filter' | 'requestedBy'>

/** So many jobs of a consultation are listed. */
const listed = 20

/**
 * Asks for a table that a worker writes while nobody waits. The same request while one is under way answers that one.
 * Refuses `not-permitted`, `not-found`, `invalid-fields` for a filter the list would not understand, and
 * `not-published-yet` for a public edition before the bulletin.
 */
export async function requestExport(
  deps: RequestDeps,
  member: Member,
  consultationId: ConsultationId,
  { format, edition, filter }: NewExport,
  now: Instant,
): Promise<OfficeExport> {
  requirePermission(member, 'table.download')
  await deps.consultations.get(consultationId)
  fieldsOf(filter)
  if (edition === 'public' && (await deps.bulletins.latest(consultationId)) === undefined)
    throw new PortalError('not-published-yet', { kind: 'bulletin' })
  const asked = contentOf({ format, edition, filter, requestedBy: member.id })
  const same = (await deps.exports.listOf(consultationId)).find(
    (job) => (job.state === 'queued' || job.state === 'running') && contentOf(job) === asked,
  )
  if (same !== undefined) return shapeExport(deps, await wake(deps, same, now), now)
  const id = ExportId.parse(deskId('x', deps.randomness, 10))
  const requested = { requestedBy: member.id, requestedByName: member.name, requestedAt: now }
  const fresh = { id, consultationId, format, edition, filter, ...requested, ...atTheStart(now), rev: 0 }
  const job = await deps.exports.put(fresh, 0)
  const facts = { exportId: id, format, edition, filtered: Object.keys(filter).length > 0 }
  await writeAudit(deps, member, { action: 'export.start', subject: consultationId, facts }, now)
  await deps.exportWorker.start(job)
  return shapeExport(deps, job, now)
}

/** What a job will write: `mine` is something else for everybody. */
function contentOf({ format, edition, filter, requestedBy }: JobRequest): string {
  const whose = filter['mine'] === '1' && { requestedBy }
  return canonicalJson({ format, edition, filter, ...whose })
}

/** Takes a failed job up again. Refuses `not-permitted`, `not-found`, `transition-refused` unless it failed. */
export async function restartExport(
  deps: RequestDeps,
  member: Member,
  consultationId: ConsultationId,
  id: ExportId,
  now: Instant,
): Promise<OfficeExport> {
  requirePermission(member, 'table.download')
  const held = await deps.exports.find(consultationId, id)
  if (held === undefined) throw new PortalError('not-found', { kind: 'export', id })
  if (held.state !== 'failed') throw new PortalError('transition-refused', { state: held.state })
  const { failure: _, finishedAt: __, ...kept } = held
  const job = await deps.exports.put({ ...kept, ...atTheStart(now) }, held.rev)
  const facts = { exportId: id, format: job.format, edition: job.edition, again: true }
  await writeAudit(deps, member, { action: 'export.start', subject: consultationId, facts }, now)
  await deps.exportWorker.start(job)
  return shapeExport(deps, job, now)
}

/**
 * The newest jobs of a consultation. One whose worker died is noticed here and handed to another, the third time it is
 * said to have failed: whoever waits for it looks here.
 */
export async function listExports(
  deps: RequestDeps,
  member: Member,
  consultationId: ConsultationId,
  now: Instant,
): Promise<OfficeExportList> {
  requirePermission(member, 'table.download')
  await deps.consultations.get(consultationId)
  const jobs = await deps.exports.listOf(consultationId)
  const newest = jobs.toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)).slice(0, listed)
  const awake = await Promise.all(newest.map((job) => wake(deps, job, now)))
  return { exports: awake.map((job) => shapeExport(deps, job, now)) }
}

/** Sees to it that somebody works on a job. */
export function wake(
  { exports, exportWorker }: Pick<Deps, 'exports'> & { exportWorker: ExportWorker },
  job: ExportJob,
  now: Instant,
): Promise<ExportJob> {
  return wakeJob(exports, (woken) => exportWorker.start(woken), job, now)
}

function atTheStart(now: Instant) {
  const progress = { phase: 'reading', done: 0, of: 0, attempts: 0 } as const
  return { state: 'queued' as const, ...progress, leaseUntil: leaseFrom(now), files: [] }
}

function shapeExport({ keys }: Pick<Deps, 'keys'>, job: ExportJob, now: Instant): OfficeExport {
  const { consultationId, id, format, edition, filter, requestedAt, phase, done, of, attempts } = job
  const { finishedAt, failure } = job
  const gone = finishedAt && instant(Date.parse(finishedAt) + exportKeptDays * 86_400_000)
  const isGone = job.state === 'ready' && gone !== undefined && gone <= now
  const soon = Math.min(Date.parse(now) + exportLinkHours * 3_600_000, Date.parse(gone ?? now))
  const expires = Math.floor(soon / 1000)
  const linked = (held: ExportFile, file: number) => {
    const { key: _, ...said } = held
    return { ...said, href: exportHref(keys, { consultationId, id, file, expires }) }
  }
  return {
    id,
    format,
    edition,
    filter,
    requestedAt,
    phase,
    done,
    of,
    attempts,
    requestedBy: job.requestedByName,
    state: isGone ? 'expired' : job.state,
    files: isGone ? [] : job.files.map((file, at) => linked(file, at + 1)),
    ...(job.manifest && !isGone && { manifest: linked(job.manifest, 0) }),
    ...(finishedAt && { finishedAt }),
    ...(job.state === 'ready' && gone && { expiresAt: gone }),
    ...(failure && { failure }),
  }
}
