import type { BatchAnswer, BatchRowAnswer } from '#contract/batch-api.ts'
import type { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type BatchUpload, openUpload, readUpload } from './read-upload.ts'
import { countVerdicts, recordCounts, recordPlan } from './record-batch.ts'
import { storeBatchRows } from './store-batch-rows.ts'
import { writeAudit } from '../write-audit.ts'

type UploadDeps = Pick<
  Deps,
  | 'consultations'
  | 'contactPoints'
  | 'drafts'
  | 'batches'
  | 'inbox'
  | 'keys'
  | 'randomness'
  | 'settings'
  | 'audit'
  | 'columnMappings'
>

/** Who wants to know how far an upload is. */
export interface UploadFollower {
  /** The plan is on record: so many rows will be answered. */
  onPlan(rows: number): void
  onRow(answer: BatchRowAnswer): void
}

/**
 * Takes a spreadsheet of opinions in (.xlsx or CSV). Every row is checked and answered; good rows are stored each by
 * one conditional put, bad ones refused with all their reasons. The same file again stores nothing (R17), under
 * whatever name; a changed row is a correction of the one it was (R1). What is going to be written is put on record
 * first, so that a crash in between repeats nothing. Counts of the answer add up to its rows; `refused` includes rows
 * whose paper receipt already holds another opinion.
 *
 * Refuses what `openUpload` and `readUpload` refuse; nothing is written then.
 */
export async function uploadBatch(
  deps: UploadDeps,
  member: Member,
  upload: BatchUpload,
  now: Instant,
  follower?: UploadFollower,
): Promise<BatchAnswer> {
  const opened = await openUpload(deps, member, upload)
  const { shelf: contactPointId, consultation } = opened
  const read = await readUpload(deps, member, opened, upload.batchId, now)
  const { fileName, only } = upload
  const origin = { contactPointId, consultationId: consultation.id, member, fileName, now }
  const { id, plan } = await recordPlan(deps, origin, read)
  const isAsked = (row: number) => only === undefined || only.has(row)
  const refused = read.refused.filter(({ row }) => isAsked(row))
  const planned = plan.planned.filter(({ row }) => isAsked(row.row))
  follower?.onPlan(refused.length + planned.length)
  for (const answer of refused) follower?.onRow(answer)
  const stored = await storeBatchRows(deps, id, planned, now, (answer) => follower?.onRow(answer))
  const rows = [...refused, ...stored.answers].sort((a, b) => a.row - b.row)
  const counts = countVerdicts(rows)
  const answer: BatchAnswer = { batchId: id, rows, ignoredColumns: read.ignoredColumns, ...counts }
  const { notOurs } = stored
  await recordCounts(deps, origin, { answer, notOurs, answeredKeys: planned.length, retried: only?.size })
  const facts = { consultationId: consultation.id, contactPointId, ...counts }
  await writeAudit(deps, member, { action: 'batch.upload', subject: id, facts }, now)
  return answer
}
