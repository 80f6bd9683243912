import { CollectingSession } from '#core/collecting/collecting-session.ts'
import { ConsultationId, ContactPointId, DeviceId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import type { ReportArticle } from '#core/report/report.ts'
import type { ReportDesk } from '#contract/report-api.ts'
import { readReportDesk } from '../../functions/actions/report/read-reports.ts'
import { moveReport, reviewReport, saveReport } from '../../functions/actions/report/write-report.ts'
import { demoDeviceId, type DemoReport, demoReports, demoSessions } from './demo/contact-work.ts'
import type { SeedDays } from './seed-days.ts'
import { unlessDone } from './unless-done.ts'

/** Puts in what contact points did besides opinions: sessions held, and reports as far as they have come. */
export async function seedContactWork(deps: Deps, legislator: Member, days: SeedDays): Promise<void> {
  const members = await deps.members.list()
  const liaisonOf = (point: string) =>
    members.find(({ role, contactPointId }) => role === 'liaison' && contactPointId === point)
  await seedSessions(deps, days, liaisonOf)
  for (const report of demoReports) {
    const liaison = liaisonOf(report.contactPointId)
    if (liaison !== undefined) await seedReport(deps, report, { liaison, legislator, days })
  }
}

async function seedSessions(
  deps: Pick<Deps, 'collectingSessions'>,
  days: SeedDays,
  liaisonOf: (point: string) => Member | undefined,
): Promise<void> {
  for (const { heldDaysAgo, contactPointId: point, note, ...said } of demoSessions) {
    const liaison = liaisonOf(point)
    if (liaison === undefined) continue
    const session = CollectingSession.parse({
      ...said,
      heldOn: days.on(-heldDaysAgo),
      ...(note !== '' && { note }),
      attachments: [],
    })
    const at = days.at(-heldDaysAgo)
    const sending = {
      deviceId: DeviceId.parse(demoDeviceId),
      recordedBy: liaison.id,
      sentAt: at,
      receivedAt: at,
    }
    const contactPointId = ContactPointId.parse(point)
    await unlessDone(
      deps.collectingSessions.put({ contactPointId, session, sending, earlier: [], rev: 0 }, 0),
    )
  }
}

interface Cast {
  liaison: Member
  legislator: Member
  days: SeedDays
}

/** Each step is done once; a start after a crash goes on behind the last one. */
async function seedReport(deps: Deps, demo: DemoReport, { liaison, legislator, days }: Cast): Promise<void> {
  const consultationId = ConsultationId.parse(demo.consultationId)
  const contactPointId = ContactPointId.parse(demo.contactPointId)
  const subject = { consultationId, contactPointId, number: 1 }
  const at = (after: number) => days.at(-demo.savedDaysAgo + after)
  const desk = await readReportDesk(deps, liaison, { consultationId, contactPointId }, at(0))
  const { documentNumber, signedBy: name } = demo
  const input = { documentNumber, head: desk.suggestedHead, articles: articlesOf(desk, demo) }
  const rev = desk.reports.at(-1)?.rev ?? 0
  if (rev < 1) await saveReport(deps, liaison, subject, input, 0, at(0))
  if (demo.status === 'draft') return
  if (rev < 2) await reviewReport(deps, liaison, subject, { name }, 1, at(0.1))
  if (rev < 3) await moveReport(deps, liaison, subject, { move: 'submit' }, 2, at(0.2))
  if (demo.status === 'received' && rev < 4)
    await moveReport(deps, legislator, subject, { move: 'receive' }, 3, at(1))
}

function articlesOf(desk: ReportDesk, { summaries }: DemoReport): ReportArticle[] {
  return desk.articles
    .map(({ provisionId, label }) => ({
      provisionId,
      summary: summaries[label] ?? '',
      opinions: desk.opinions
        .filter(
          (opinion) =>
            (opinion.provisionId === null ? null : articleIdOf(opinion.provisionId)) === provisionId,
        )
        .map(({ id }) => id),
    }))
    .filter(({ opinions }) => opinions.length > 0)
}
