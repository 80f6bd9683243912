import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { draftStageNames } from '#core/names.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import { articlesOf } from '#core/provision.ts'
import { closingDate } from '#core/task-rules.ts'
import { calendarDate, type Instant } from '#core/time.ts'
import { opinionTableXlsx } from '../documents/opinion-table-xlsx.ts'
import { inDraftOrder } from './build-bulletin-rows.ts'
import { currentOpinions } from './current-opinions.ts'
import { OpinionTableShaper } from './opinion-table-row.ts'
import { readConsultationDrafts } from './read-later-drafts.ts'
import { writeAudit } from './write-audit.ts'

type TableDeps = Pick<
  Deps,
  'consultations' | 'drafts' | 'decisions' | 'contactPoints' | 'opinionLog' | 'settings'
>

/**
 * The rows of the consolidated table 意见汇总表: current opinions in the order of the draft, then of the log, each with
 * its decision as it stands. Refuses `not-permitted`, `not-found` at the first row asked for.
 */
export async function* opinionTableRows(
  deps: TableDeps,
  member: Member,
  id: ConsultationId,
): AsyncGenerator<OpinionTableRow> {
  requirePermission(member, 'table.download')
  const consultation = await deps.consultations.get(id)
  const [drafts, { current }, decisions, contactPoints] = await Promise.all([
    readConsultationDrafts(deps, consultation),
    currentOpinions(deps, id),
    deps.decisions.listOf(id),
    deps.contactPoints.list(),
  ])
  const shaper = new OpinionTableShaper(drafts, current, contactPoints, deps.settings.utcOffsetMinutes)
  let seq = 0
  for (const logged of inDraftOrder({ current, drafts })) {
    seq += 1
    yield shaper.row(seq, logged, decisions.get(logged.entry.id))
  }
}

/** The table as .xlsx, streamed. Refuses `not-permitted`, `not-found` before the first byte. */
export async function opinionTableFile(
  deps: TableDeps & Pick<Deps, 'bills' | 'audit'>,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<{ fileName: string; chunks: AsyncIterable<Uint8Array> }> {
  requirePermission(member, 'table.download')
  const consultation = await deps.consultations.get(id)
  const [bill, drafts] = await Promise.all([
    deps.bills.get(consultation.billId),
    readConsultationDrafts(deps, consultation),
  ])
  const { utcOffsetMinutes } = deps.settings
  const today = calendarDate(now, utcOffsetMinutes)
  const first = calendarDate(consultation.opensAt, utcOffsetMinutes)
  const last = closingDate(consultation.closesAt, utcOffsetMinutes)
  const newest = drafts.laterTexts.at(-1)
  const chunks = opinionTableXlsx(opinionTableRows(deps, member, id), {
    consultationId: id,
    title: bill.title,
    subtitle: `${draftStageNames[drafts.asked.stage]}　${first} 至 ${last}　${today} 下载`,
    provisionChoices: articlesOf(newest?.provisions ?? []).map(({ label }) => label),
  })
  await writeAudit(deps, member, { action: 'table.download', subject: id, facts: {} }, now)
  return { fileName: `意见汇总表-${bill.title}-${today}.xlsx`, chunks }
}
