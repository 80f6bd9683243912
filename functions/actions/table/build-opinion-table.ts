import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableFormat } from '#core/deciding/export-job.ts'
import { printInstant } from '#contract/print-time.ts'
import type { Bill } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { draftStageNames } from '#core/names.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { articlesOf } from '#core/draft/provision.ts'
import { closingDate } from '#core/collecting/task-rules.ts'
import { calendarDate, type Instant } from '#core/time.ts'
import { opinionTableWriters } from '../../documents/opinion-table-writers.ts'
import type { OpinionTableMeta } from '../../documents/opinion-table-xlsx.ts'
import { openOpinionTable, type OpenTable, type TableChoice, type TableDeps } from './open-opinion-table.ts'
import { writeAudit } from '../write-audit.ts'

/** What is asked for at the desk. */
export interface TableRequest extends TableChoice {
  format: TableFormat
  /** So many rows may leave at once; missing: any number. */
  mostRows?: number | undefined
}

/** Of a log so much longer than what may leave not even a filtered table is tried: reading it would take too long. */
const mostLogged = 20

const whole: TableChoice = { edition: 'internal', filter: {} }

/** The rows of the consolidated table alone. Refuses `not-permitted`, `not-found` at the first row asked for. */
export async function* opinionTableRows(
  deps: TableDeps & Pick<Deps, 'consultations'>,
  member: Member,
  id: ConsultationId,
  choice: TableChoice = whole,
): AsyncGenerator<OpinionTableRow> {
  requirePermission(member, 'table.download')
  const table = await openOpinionTable(deps, await deps.consultations.get(id), {
    ...choice,
    askedBy: member.id,
  })
  try {
    yield* table.rows()
  } finally {
    await table.close()
  }
}

/**
 * The table as a file, streamed. Refuses `not-permitted`, `not-found`, `not-published-yet`, and `table-too-long` where only
 * so many rows may leave at once, before the first byte.
 */
export async function opinionTableFile(
  deps: TableDeps & Pick<Deps, 'consultations' | 'bills' | 'audit'>,
  member: Member,
  id: ConsultationId,
  { format, mostRows = Infinity, ...choice }: TableRequest,
  now: Instant,
): Promise<{ fileName: string; chunks: AsyncIterable<Uint8Array> }> {
  requirePermission(member, 'table.download')
  const consultation = await deps.consultations.get(id)
  const bill = await deps.bills.get(consultation.billId)
  const { size } = await deps.opinionLog.head(id)
  if (size > mostRows * mostLogged) throw new PortalError('table-too-long', { rows: size, limit: mostRows })
  const table = await openOpinionTable(deps, consultation, { ...choice, askedBy: member.id })
  if (table.count > mostRows) {
    await table.close()
    throw new PortalError('table-too-long', { rows: table.count, limit: mostRows })
  }
  const { utcOffsetMinutes } = deps.settings
  const about = { bill, consultation, drafts: table.drafts, utcOffsetMinutes }
  const meta = tableMeta(about, { edition: choice.edition, by: member.name, now })
  const facts = { format, edition: choice.edition, rows: table.count }
  await writeAudit(deps, member, { action: 'table.download', subject: id, facts }, now)
  const chunks = closing(opinionTableWriters[format](table.rows(), meta), table)
  return { fileName: tableFileName(meta, format, now, utcOffsetMinutes), chunks }
}

/** Passes chunks on and removes the temporary file behind the last one, or when nobody wants more. */
async function* closing(chunks: AsyncIterable<Uint8Array>, table: OpenTable): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } finally {
    await table.close()
  }
}

/** What a file says of itself. `by`: whose copy the internal edition is, printed at the foot of every page. */
export function tableMeta(
  about: Pick<OpenTable, 'drafts'> & { bill: Bill; consultation: Consultation; utcOffsetMinutes: number },
  { edition, by, now }: Pick<TableChoice, 'edition'> & { by: string; now: Instant },
): OpinionTableMeta {
  const { bill, consultation, drafts, utcOffsetMinutes } = about
  const today = calendarDate(now, utcOffsetMinutes)
  const first = calendarDate(consultation.opensAt, utcOffsetMinutes)
  const last = closingDate(consultation.closesAt, utcOffsetMinutes)
  const newest = drafts.laterTexts.at(-1)
  return {
    consultationId: consultation.id,
    title: bill.title,
    subtitle: `${draftStageNames[drafts.asked.stage]}　${first} 至 ${last}　${today} 下载`,
    provisionChoices: articlesOf(newest?.provisions ?? []).map(({ label }) => label),
    edition,
    ...(edition === 'internal' && {
      watermark: `内部资料　不得外传　${by}　${printInstant(now, 'zh', utcOffsetMinutes)} 下载`,
    }),
  }
}

/** 意见汇总表-条例-2026-11-10.xlsx; a public copy says so. */
export function tableFileName(
  { title, edition }: OpinionTableMeta,
  format: TableFormat,
  now: Instant,
  utcOffsetMinutes: number,
): string {
  const kind = edition === 'public' ? '意见汇总表（公开版）' : '意见汇总表'
  return `${kind}-${title}-${calendarDate(now, utcOffsetMinutes)}.${format}`
}
