import type { ReportDesk } from '#contract/report-api.ts'
import type { Member } from '#core/member.ts'
import { channelNames, draftStageNames } from '#core/names.ts'
import type { OpinionId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'
import type { Report, ReportArticle } from '#core/report/report.ts'
import { dateWords } from '#core/report/report-head.ts'
import { calendarDate, type Instant } from '#core/time.ts'
import type { PortalSettings } from '#core/ports.ts'
import { reportDocx, type ReportDocument, type ReportedOpinion } from '../../documents/report-docx.ts'
import { readReportDesk, type ReportReadDeps } from './read-reports.ts'
import type { ReportSubject } from './write-report.ts'

type ReportOpinion = ReportDesk['opinions'][number]

/** The report as a Word file, streamed, and the name it is saved under. Refuses as `readReportDesk`, and `not-found`. */
export async function reportFile(
  deps: ReportReadDeps & { settings: PortalSettings; authority: { office: string } },
  member: Member,
  subject: ReportSubject,
  now: Instant,
): Promise<{ fileName: string; chunks: AsyncIterable<Uint8Array> }> {
  const { consultationId, contactPointId, number } = subject
  const desk = await readReportDesk(deps, member, { consultationId, contactPointId, only: number }, now)
  const report = desk.reports.find((one) => one.number === number)
  if (report === undefined) throw new PortalError('not-found', { kind: 'report', id: number })
  const document = reportDocument(desk, report, {
    addressee: deps.authority.office,
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
  })
  return {
    fileName: `${document.title}（${desk.contactPoint.name}）.docx`,
    chunks: reportDocx(document),
  }
}

function reportDocument(
  desk: ReportDesk,
  report: Report,
  { addressee, utcOffsetMinutes }: { addressee: string; utcOffsetMinutes: number },
): ReportDocument {
  const { billTitle, stage } = desk.consultation
  const byId = new Map(desk.opinions.map((opinion) => [opinion.id, opinion]))
  const labels = new Map(desk.articles.map(({ provisionId, label }) => [provisionId, label]))
  return {
    title: `关于《${billTitle}（${draftStageNames[stage]}）》征求意见情况的报告`,
    documentNumber: report.documentNumber,
    addressee,
    head: report.head,
    parts: report.articles.map((article) => partOf(article, byId, labels.get(article.provisionId) ?? '')),
    from: desk.contactPoint.name,
    date: report.signed ? dateWords(calendarDate(report.signed.at, utcOffsetMinutes)) : '',
    signedBy: report.signed?.name ?? '',
  }
}

function partOf(
  { summary, opinions }: ReportArticle,
  byId: ReadonlyMap<OpinionId, ReportOpinion>,
  label: string,
): ReportDocument['parts'][number] {
  const found = opinions.flatMap((id) => byId.get(id) ?? [])
  const people = found.reduce((sum, { proponent }) => sum + proponent.headcount, 0)
  return { label, people, summary, opinions: found.map(reportedOpinion) }
}

function reportedOpinion(opinion: ReportOpinion): ReportedOpinion {
  const { verbatim, drafted, proposedText, reason, proponent, channel, collectedOn } = opinion
  const when = collectedOn === undefined ? [] : [dateWords(collectedOn)]
  const who = proponentWords(proponent)
  const source = [...(who === '' ? [] : [who]), channelNames[channel], ...when].join('，')
  return { verbatim, drafted, proposedText, reason, source }
}
