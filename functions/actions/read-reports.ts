import type { ReportDesk, ReportList } from '#contract/report-api.ts'
import type { DraftText } from '#core/bill.ts'
import { type HeldSession, sumSessions } from '#core/collecting-session.ts'
import { consultationState } from '#core/consultation.ts'
import type { ConsultationId, ContactPointId, MemberId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log-entry.ts'
import type { Member } from '#core/member.ts'
import { draftStageNames } from '#core/names.ts'
import { requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf, articlesOf } from '#core/provision.ts'
import { citeProvision } from '#core/cite.ts'
import type { Report } from '#core/report.ts'
import { reportHead } from '#core/report-head.ts'
import { type CurrentOpinions, currentRevisions } from '#core/revisions.ts'
import { emptyPoint, rollUp } from '#core/roll-up.ts'
import { rolledOpinion } from '#core/rolled-opinion.ts'
import type { Instant } from '#core/time.ts'
import { alikeOpinions } from './alike-opinions.ts'
import { readOwnLog } from './read-own-log.ts'
import { shapeOfficeOpinion } from './shape-office-opinion.ts'

export type ReportReadDeps = Pick<
  Deps,
  | 'reports'
  | 'consultations'
  | 'bills'
  | 'drafts'
  | 'tasks'
  | 'contactPoints'
  | 'members'
  | 'opinionLog'
  | 'collectingSessions'
>

/** What the legislature does not see: it is still in the contact point's hands. */
const isInHand = ({ status }: Pick<Report, 'status'>) => status === 'draft' || status === 'reviewed'

/** Reports a member may read: a contact point all of its own, the legislature what was sent up. Refuses `not-permitted`. */
export async function listReports(
  deps: Pick<Deps, 'reports' | 'consultations' | 'bills' | 'contactPoints'>,
  member: Member,
): Promise<ReportList> {
  requirePermission(member, 'report.read')
  const [consultations, bills, points] = await Promise.all([
    deps.consultations.list(),
    deps.bills.list(),
    deps.contactPoints.list(),
  ])
  const listed = await Promise.all(
    consultations.map(async ({ id, billId }) => {
      const reports = visible(member, await deps.reports.listOf(id))
      const billTitle = bills.find((bill) => bill.id === billId)?.title ?? ''
      return reports.map(({ head: _head, articles, ...report }) => ({
        ...report,
        billTitle,
        contactPointName: points.find((point) => point.id === report.contactPointId)?.name ?? '',
        opinions: articles.reduce((sum, { opinions }) => sum + opinions.length, 0),
      }))
    }),
  )
  return { reports: listed.flat() }
}

function visible(member: Member, reports: Report[]): Report[] {
  const isBound = member.role === 'liaison' || member.role === 'collector'
  return reports.filter((report) =>
    isBound ? report.contactPointId === member.contactPointId : !isInHand(report),
  )
}

/**
 * The reports of one contact point on one consultation with everything they are written from. The legislature reads what
 * was sent up. Refuses `not-permitted` (also another contact point's), `not-found`.
 */
export async function readReportDesk(
  deps: ReportReadDeps,
  member: Member,
  consultationId: ConsultationId,
  contactPointId: ContactPointId,
  now: Instant,
): Promise<ReportDesk> {
  requirePermission(member, 'report.read')
  requireOwnContactPoint(member, contactPointId)
  const consultation = await deps.consultations.get(consultationId)
  const [point, bill, meta, text, tasks, stored, members, log, sessions] = await Promise.all([
    deps.contactPoints.get(contactPointId),
    deps.bills.get(consultation.billId),
    deps.drafts.get(consultation.draftId),
    deps.drafts.text(consultation.draftId),
    deps.tasks.listOf(consultationId),
    deps.reports.listOf(consultationId, contactPointId),
    deps.members.list(),
    readOwnLog(deps, consultationId, contactPointId),
    deps.collectingSessions.listOf(contactPointId, consultationId),
  ])
  const reports = visible(member, stored)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const revisions = currentRevisions(log)
  const isOwn = member.contactPointId === contactPointId
  const shown = opinionsOf(reports, revisions, isOwn)
  const dueOn = tasks.find((task) => task.contactPointId === contactPointId)?.dueOn
  return {
    consultation: {
      id: consultationId,
      billTitle: bill.title,
      draftName: draftStageNames[meta.stage],
      state: consultationState(consultation, now),
    },
    contactPoint: { id: point.id, name: point.name },
    ...(dueOn !== undefined && { dueOn }),
    reports: reports.map((report) => ({ ...report, names: namesIn(report, names) })),
    opinions: shapeOpinions(
      log.filter(({ entry }) => shown.has(entry.id)),
      { text, revisions, point },
    ),
    unreported: unreportedOf(stored, revisions),
    alike: isOwn ? alikeOpinions(text, revisions.current) : [],
    articles: headings(text),
    suggestedHead: suggestHead({ billTitle: bill.title, point, current: revisions.current, sessions }),
  }
}

function opinionsOf(
  reports: readonly Report[],
  { current }: CurrentOpinions,
  withCurrent: boolean,
): Set<OpinionId> {
  const named = reports.flatMap(({ articles }) => articles.flatMap(({ opinions }) => opinions))
  return new Set([...named, ...(withCurrent ? current.map(({ entry }) => entry.id) : [])])
}

function shapeOpinions(
  log: readonly LoggedOpinion[],
  around: {
    text: DraftText
    revisions: CurrentOpinions
    point: Parameters<typeof shapeOfficeOpinion>[1]['contactPoints'][number]
  },
): ReportDesk['opinions'] {
  const revisedBy = new Map<OpinionId, OpinionId>()
  for (const [newest, earlier] of around.revisions.earlier)
    for (const id of earlier) revisedBy.set(id, newest)
  return log.map((logged) => {
    const { decision: _, ...shaped } = shapeOfficeOpinion(logged, {
      askedText: around.text,
      contactPoints: [around.point],
      decisions: new Map(),
      earlier: around.revisions.earlier,
    })
    const newer = revisedBy.get(shaped.id)
    return { ...shaped, ...(newer !== undefined && { revisedBy: newer }) }
  })
}

/** Opinions no sent report names, under this or an earlier revision. */
function unreportedOf(stored: readonly Report[], { current, earlier }: CurrentOpinions): OpinionId[] {
  const sent = new Set(
    stored
      .filter(({ status }) => status === 'submitted' || status === 'received')
      .flatMap(({ articles }) => articles.flatMap(({ opinions }) => opinions)),
  )
  return current
    .map(({ entry }) => entry.id)
    .filter((id) => ![id, ...(earlier.get(id) ?? [])].some((revision) => sent.has(revision)))
}

function headings({ provisions }: DraftText): ReportDesk['articles'] {
  const articles = articlesOf(provisions).map(({ id }) => ({
    provisionId: articleIdOf(id),
    label: citeProvision(provisions, id),
  }))
  return [...articles, { provisionId: null, label: '' }]
}

function suggestHead(about: {
  billTitle: string
  point: { id: ContactPointId; name: string; stations: { id: string; name: string }[] }
  current: readonly LoggedOpinion[]
  sessions: readonly HeldSession[]
}): string {
  const { billTitle, point, current, sessions } = about
  const counts = rollUp(current.map(rolledOpinion)).points.get(point.id) ?? emptyPoint()
  return reportHead({
    billTitle,
    contactPointName: point.name,
    counts,
    sessions: sumSessions(sessions),
    collectedOn: current.flatMap(({ text }) => (text.collectedOn === undefined ? [] : [text.collectedOn])),
    stationNames: point.stations
      .filter(({ id }) => counts.byStation.has(id as never))
      .map(({ name }) => name),
  })
}

function namesIn(report: Report, names: ReadonlyMap<MemberId, string>): Record<string, string> {
  return Object.fromEntries(report.history.map(({ by }) => [by, names.get(by) ?? by]))
}
