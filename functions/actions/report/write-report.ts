import type { ReportInput } from '#contract/report-api.ts'
import type { ConsultationId, ContactPointId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { movedReport, type Report, type ReportMove } from '#core/report/report.ts'
import type { Instant } from '#core/time.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'
import { writeAudit } from '../write-audit.ts'

type ReportDeps = FactDeps & Pick<Deps, 'reports' | 'tasks' | 'consultations' | 'audit'>

/** Which report. */
export interface ReportSubject {
  consultationId: ConsultationId
  contactPointId: ContactPointId
  number: number
}

/**
 * Saves what a liaison wrote of their contact point's report; `readRev` 0 begins it. Saving a signed-off or returned one
 * takes it back to draft. Refuses `not-permitted`, `not-found` (a number that skips one), `transition-refused`,
 * `changed-meanwhile`, and `invalid-fields` for opinions that are not this contact point's or are chosen twice.
 */
export async function saveReport(
  deps: ReportDeps,
  member: Member,
  subject: ReportSubject,
  input: ReportInput,
  readRev: number,
  now: Instant,
): Promise<Report> {
  requirePermission(member, 'report.write')
  requireOwnContactPoint(member, subject.contactPointId)
  await deps.consultations.get(subject.consultationId)
  const held = readRev === 0 ? await beginReport(deps, subject) : await heldReport(deps, subject, readRev)
  await requireOwnOpinions(deps, subject, input)
  const moved = movedReport({ ...held, ...input }, { move: 'save', at: now, by: member.id })
  return storeMoved(deps, member, moved, { move: 'save', readRev }, now)
}

/** Signs off 审核: the name that stands under it, and who says so. Refuses as `moveReport`, and an empty report. */
export async function reviewReport(
  deps: ReportDeps,
  member: Member,
  subject: ReportSubject,
  { name }: { name: string },
  readRev: number,
  now: Instant,
): Promise<Report> {
  requirePermission(member, 'report.write')
  requireOwnContactPoint(member, subject.contactPointId)
  const held = await heldReport(deps, subject, readRev)
  if (held.head.trim() === '')
    throw new PortalError('invalid-fields', { fields: [{ field: 'head', code: 'required' }] })
  const moved = movedReport(held, { move: 'review', at: now, by: member.id, note: name })
  const signed = { ...moved, signed: { name, by: member.id, at: now } }
  return storeMoved(deps, member, signed, { move: 'review', readRev }, now)
}

/**
 * Submits (the contact point), returns with a reason, or receives (the legislature). Refuses `not-permitted`,
 * `not-found`, `transition-refused`, `changed-meanwhile`.
 */
export async function moveReport(
  deps: ReportDeps,
  member: Member,
  subject: ReportSubject,
  step: { move: 'submit' | 'return' | 'receive'; note?: string },
  readRev: number,
  now: Instant,
): Promise<Report> {
  const { move, note } = step
  requirePermission(member, move === 'submit' ? 'report.write' : 'report.receive')
  requireOwnContactPoint(member, subject.contactPointId)
  const held = await heldReport(deps, subject, readRev)
  const event = { move, at: now, by: member.id, ...(note !== undefined && { note }) }
  return storeMoved(deps, member, movedReport(held, event), { move, readRev }, now)
}

async function beginReport(deps: Pick<Deps, 'reports'>, subject: ReportSubject): Promise<Report> {
  const before = await deps.reports.listOf(subject.consultationId, subject.contactPointId)
  const last = before.at(-1)
  // A second report begins where the first was received; until then there is one to work on.
  if (subject.number !== (last?.number ?? 0) + 1 || (last !== undefined && last.status !== 'received'))
    throw new PortalError(last?.number === subject.number ? 'changed-meanwhile' : 'not-found', {
      kind: 'report',
      rev: last?.rev ?? 0,
    })
  return { ...subject, status: 'draft', documentNumber: '', head: '', articles: [], history: [], rev: 0 }
}

async function heldReport(
  deps: Pick<Deps, 'reports'>,
  { consultationId, contactPointId, number }: ReportSubject,
  readRev: number,
): Promise<Report> {
  const held = await deps.reports.find(consultationId, contactPointId, number)
  if (held === undefined) throw new PortalError('not-found', { kind: 'report', id: number })
  if (held.rev !== readRev) throw new PortalError('changed-meanwhile', { rev: held.rev })
  return held
}

async function requireOwnOpinions(
  deps: FactDeps,
  { consultationId, contactPointId }: ReportSubject,
  { articles }: ReportInput,
): Promise<void> {
  const facts = await catchUpFacts(deps, consultationId)
  const places = facts.ids.placesOf(articles.flatMap(({ opinions }) => opinions))
  const isOwn = (id: OpinionId) => {
    const place = places.get(id)
    return place !== undefined && facts.pointOf(place) === contactPointId
  }
  const chosen = new Set<string>()
  for (const [place, { opinions }] of articles.entries())
    for (const id of opinions) {
      const field = `articles.${place}.opinions`
      if (!isOwn(id)) throw new PortalError('invalid-fields', { fields: [{ field, code: 'unknown-choice' }] })
      if (chosen.has(id)) throw new PortalError('invalid-fields', { fields: [{ field, code: 'repeated' }] })
      chosen.add(id)
    }
}

async function storeMoved(
  deps: Pick<Deps, 'reports' | 'audit'>,
  member: Member,
  report: Report,
  { move, readRev }: { move: ReportMove; readRev: number },
  now: Instant,
): Promise<Report> {
  const stored = await deps.reports.put(report, readRev)
  const { consultationId, contactPointId, number, rev } = stored
  const facts = { contactPointId, number, rev }
  await writeAudit(deps, member, { action: `report.${move}`, subject: consultationId, facts }, now)
  return stored
}
