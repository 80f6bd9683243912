import { limits } from '#contract/limits.ts'
import { bulletinFileName } from '#contract/published.ts'
import type { Bill, DraftMeta } from '#core/bill.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { ConsultationId } from '#core/ids.ts'
import { type Edition, isLongEdition } from '#core/bulletin/long-bulletin.ts'
import type { Member } from '#core/member.ts'
import { draftStageNames } from '#core/names.ts'
import type { Deps } from '#core/ports.ts'
import { calendarDate, type Instant } from '#core/time.ts'
import { printDate } from '#contract/print-time.ts'
import { bulletinDocx } from '../../documents/bulletin-docx.ts'
import { type BulletinDeps, previewRows } from './read-bulletin.ts'

/**
 * The bulletin as it would be published now, as a .docx that says that it is not published, and the name it is saved
 * under. Refuses `not-permitted`, `not-found`, and `table-too-long` beyond what a word processor opens, before the first
 * chunk.
 */
export async function bulletinFile(
  deps: BulletinDeps,
  member: Member,
  id: ConsultationId,
  organ: string,
  now: Instant,
): Promise<{ fileName: string; chunks: AsyncIterable<Uint8Array> }> {
  const { bulletin, later } = await previewRows(deps, member, id, now)
  const consultation = await deps.consultations.get(id)
  const { title } = await deps.bills.get(consultation.billId)
  const stageNames = stageNamesOf(later.map(({ meta }) => meta))
  return {
    fileName: `${title}采纳情况通报（审阅稿）.docx`,
    chunks: bulletinDocx({ billTitle: title, organ, date: '', bulletin, stageNames }),
  }
}

/**
 * The Word file of every published edition: file names of the manifest and where each stands. An edition never changes,
 * so what stands in `shown` (the files published now) is kept.
 */
export async function bulletinFiles(
  deps: Pick<Deps, 'published' | 'bulletins'>,
  shown: Readonly<Record<string, string>>,
  editions: readonly Edition[],
  about: { bill: Bill; drafts: readonly DraftMeta[]; organ: string; utcOffsetMinutes: number },
): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const edition of editions) {
    if (edition.reconciliation.received > limits.maxBulletinDocumentRows) continue
    const name = bulletinFileName(edition.consultationId, edition.edition)
    files[name] =
      shown[name] ??
      (await deps.published.appendBytes(await bytesOf(await withRows(deps, edition), about), 'docx'))
  }
  return files
}

/** A long edition that a word processor still opens, with the rows of its parts. */
async function withRows({ bulletins }: Pick<Deps, 'bulletins'>, edition: Edition): Promise<Bulletin> {
  if (!isLongEdition(edition)) return edition
  const { articles: _a, taken: _t, heard: _h, into: _i, rowsHash: _r, changes: _c, ...said } = edition
  const { writtenBy, files: _f, ...bulletin } = said
  const place = { ...bulletin, writtenBy, count: bulletin.reconciliation.received }
  const rows: BulletinRow[] = []
  for await (const row of bulletins.rowsOf(place)) rows.push(row)
  return { ...bulletin, rows }
}

async function bytesOf(bulletin: Bulletin, about: Parameters<typeof bulletinFiles>[3]): Promise<Uint8Array> {
  const { bill, drafts, organ, utcOffsetMinutes } = about
  const date = printDate(calendarDate(bulletin.publishedAt, utcOffsetMinutes), 'zh')
  const document = { billTitle: bill.title, organ, date, bulletin, stageNames: stageNamesOf(drafts) }
  const parts: Uint8Array[] = []
  // Chunks may share memory: each is copied before the next is asked for.
  for await (const chunk of bulletinDocx(document)) parts.push(Uint8Array.from(chunk))
  return Buffer.concat(parts)
}

function stageNamesOf(drafts: readonly DraftMeta[]): Map<string, string> {
  return new Map(drafts.map(({ id, stage }) => [id, draftStageNames[stage]]))
}
