import type { ReportDesk, ReportList } from '#contract/report-api.ts'
import type { DraftText } from '#core/bill.ts'
import { type HeldSession, sumSessions } from '#core/collecting/collecting-session.ts'
import { consultationState } from '#core/consultation.ts'
import type { ConsultationId, ContactPointId, MemberId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { isBoundToPoint, type Member } from '#core/member.ts'
import { requireOwnContactPoint, requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf, articlesOf } from '#core/draft/provision.ts'
import { citeProvision } from '#core/draft/cite.ts'
import type { Report } from '#core/report/report.ts'
import { reportHead } from '#core/report/report-head.ts'
import { emptyPoint, rollUp } from '#core/report/roll-up.ts'
import type { Instant } from '#core/time.ts'
import { alikeOpinions } from '../grouping/alike-opinions.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'
import { type ReportPlaces, reportPlaces } from './report-opinions.ts'
import { shapeOfficeOpinion } from '../deciding/shape-office-opinion.ts'

export type ReportReadDeps = FactDeps &
  Pick<
    Deps,
    | 'reports'
    | 'consultations'
    | 'bills'
    | 'drafts'
    | 'tasks'
    | 'contactPoints'
    | 'members'
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
  const isBound = isBoundToPoint(member.role)
  return reports.filter((report) =>
    isBound ? report.contactPointId === member.contactPointId : !isInHand(report),
  )
}

/**
 * The reports of one contact point on one consultation with everything they are written from, as far as it fits on a desk
 * (`reportPlaces`); with `only` what that report names, all of it. The legislature reads what was sent up. Found by the
 * facts: of the log only what is listed is read. Refuses `not-permitted` (also another contact point's), `not-found`.
 */
export async function readReportDesk(
  deps: ReportReadDeps,
  member: Member,
  { consultationId, contactPointId, only }: ReportDeskSubject,
  now: Instant,
): Promise<ReportDesk> {
  requirePermission(member, 'report.read')
  requireOwnContactPoint(member, contactPointId)
  const consultation = await deps.consultations.get(consultationId)
  const facts = await catchUpFacts(deps, consultationId)
  const [point, bill, meta, text, tasks, stored, members, sessions] = await Promise.all([
    deps.contactPoints.get(contactPointId),
    deps.bills.get(consultation.billId),
    deps.drafts.get(consultation.draftId),
    deps.drafts.text(consultation.draftId),
    deps.tasks.listOf(consultationId),
    deps.reports.listOf(consultationId, contactPointId),
    deps.members.list(),
    deps.collectingSessions.listOf(contactPointId, consultationId),
  ])
  const reports = visible(member, stored)
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const isOwn = member.contactPointId === contactPointId
  const places = reportPlaces(facts, { contactPointId, stored, visible: reports, isOwn, only })
  const log: LoggedOpinion[] = []
  for await (const logged of deps.opinionLog.readAt(consultationId, places.listed)) log.push(logged)
  const isCurrent = new Set(places.current)
  const current = log.filter(({ n }) => isCurrent.has(n))
  const dueOn = tasks.find((task) => task.contactPointId === contactPointId)?.dueOn
  return {
    consultation: {
      id: consultationId,
      billTitle: bill.title,
      stage: meta.stage,
      state: consultationState(consultation, now),
    },
    contactPoint: { id: point.id, name: point.name },
    ...(dueOn !== undefined && { dueOn }),
    reports: reports.map((report) => ({ ...report, names: namesIn(report, names) })),
    opinions: shapeOpinions(log, { text, earlier: places.earlier, point }),
    unreported: places.unreported,
    unlisted: places.unlisted,
    alike: isOwn ? alikeOpinions(text, current) : [],
    articles: headings(text),
    suggestedHead: suggestHead(facts, places, { billTitle: bill.title, point, current, sessions }),
  }
}

/** Whose reports on which consultation; `only`: the number of the one that is wanted. */
export interface ReportDeskSubject {
  consultationId: ConsultationId
  contactPointId: ContactPointId
  only?: number
}

function shapeOpinions(
  log: readonly LoggedOpinion[],
  around: {
    text: DraftText
    earlier: ReportPlaces['earlier']
    point: Parameters<typeof shapeOfficeOpinion>[1]['contactPoints'][number]
  },
): ReportDesk['opinions'] {
  const revisedBy = new Map<OpinionId, OpinionId>()
  for (const [newest, earlier] of around.earlier) for (const id of earlier) revisedBy.set(id, newest)
  return log.map((logged) => {
    const { decision: _, ...shaped } = shapeOfficeOpinion(logged, {
      askedText: around.text,
      contactPoints: [around.point],
      decisions: new Map(),
      earlier: around.earlier,
    })
    const newer = revisedBy.get(shaped.id)
    return { ...shaped, ...(newer !== undefined && { revisedBy: newer }) }
  })
}

function headings({ provisions }: DraftText): ReportDesk['articles'] {
  const articles = articlesOf(provisions).map(({ id }) => ({
    provisionId: articleIdOf(id),
    label: citeProvision(provisions, id),
  }))
  return [...articles, { provisionId: null, label: '' }]
}

function suggestHead(
  facts: LogFacts,
  places: ReportPlaces,
  about: {
    billTitle: string
    point: { id: ContactPointId; name: string; stations: { id: string; name: string }[] }
    /** Those of the current opinions that were read. */
    current: readonly LoggedOpinion[]
    sessions: readonly HeldSession[]
  },
): string {
  const { billTitle, point, current, sessions } = about
  const rolled = rollUp(places.current.map((place) => facts.rolledAt(place)))
  const counts = rolled.points.get(point.id) ?? emptyPoint()
  const isWhole = current.length === places.current.length
  return reportHead({
    billTitle,
    contactPointName: point.name,
    counts,
    sessions: sumSessions(sessions),
    // From the first day to the last is said only where every day is known.
    collectedOn: isWhole ? current.flatMap(({ text }) => text.collectedOn ?? []) : [],
    stationNames: point.stations
      .filter(({ id }) => counts.byStation.has(id as never))
      .map(({ name }) => name),
  })
}

function namesIn(report: Report, names: ReadonlyMap<MemberId, string>): Record<string, string> {
  return Object.fromEntries(report.history.map(({ by }) => [by, names.get(by) ?? by]))
}
