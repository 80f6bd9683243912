import type { BatchAnswer, BatchRowAnswer } from '#contract/batch-api.ts'
import { BatchId, type ConsultationId, type ContactPointId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Batch, Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readSpreadsheet } from '../documents/spreadsheet-reader.ts'
import { findBatchSource } from './batch-source.ts'
import { type BatchPlan, planBatch } from './plan-batch.ts'
import { type GoodRow } from './read-batch-row.ts'
import { readBatchSheet } from './read-batch-sheet.ts'
import { requireUploader } from './require-uploader.ts'
import { storeBatchRows } from './store-batch-rows.ts'
import { writeAudit } from './write-audit.ts'

type UploadDeps = Pick<
  Deps,
  'consultations' | 'drafts' | 'batches' | 'inbox' | 'keys' | 'randomness' | 'settings' | 'audit'
>

/** One upload: the batch named in the address, and the file as it came. */
export interface BatchUpload {
  batchId: BatchId
  consultationId: ConsultationId
  fileName: string
  bytes: Uint8Array
}

interface Origin {
  contactPointId: ContactPointId
  member: Member
  upload: BatchUpload
  now: Instant
}

/** A colleague may be uploading to the same source; whoever comes second plans again from what the first wrote. */
const attempts = 6

/**
 * Takes a spreadsheet of opinions in (.xlsx or CSV). Every row is checked and answered; good rows are stored each by
 * one conditional put, bad ones refused with all their reasons. The same file again stores nothing (R17), under
 * whatever name; a changed row is a correction of the one it was (R1). What is going to be written is put on record
 * first, so that a crash in between repeats nothing. Counts of the answer add up to its rows; `refused` includes rows
 * whose paper receipt already holds another opinion.
 *
 * Refuses `not-permitted`, `not-found`, `wrong-consultation` (a template of another one), `wrong-columns`,
 * `window-not-open-yet` and `window-closed` (not announced, withdrawn), and what `readSpreadsheet` refuses.
 */
export async function uploadBatch(
  deps: UploadDeps,
  member: Member,
  upload: BatchUpload,
  now: Instant,
): Promise<BatchAnswer> {
  const contactPointId = requireUploader(member)
  const consultation = await deps.consultations.get(upload.consultationId)
  if (consultation.status === 'prepared') throw new PortalError('window-not-open-yet', {})
  if (consultation.status === 'withdrawn') throw new PortalError('window-closed', {})
  const [sheet, draft] = await Promise.all([
    readSpreadsheet(upload.bytes, upload.fileName),
    deps.drafts.text(consultation.draftId),
  ])
  const meant = sheet.properties['consultationId']
  if (meant !== undefined && meant !== consultation.id)
    throw new PortalError('wrong-consultation', { consultationId: consultation.id })
  const { good, refused, ignoredColumns } = readBatchSheet(sheet, {
    consultation,
    provisions: draft.provisions,
    now,
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
    provenance: { contactPointId, recordedBy: member.id },
  })
  const embedded = BatchId.safeParse(sheet.properties['batchId'])
  const named = embedded.success ? embedded.data : upload.batchId
  const origin: Origin = { contactPointId, member, upload, now }
  const { id, plan } = await recordPlan(deps, origin, named, good)
  const stored = await storeBatchRows(deps, id, plan.planned, now)
  const rows = [...refused, ...stored.answers].sort((a, b) => a.row - b.row)
  const answer: BatchAnswer = { batchId: id, rows, ignoredColumns, ...countVerdicts(rows) }
  await recordCounts(deps, origin, answer, stored.notOurs)
  const { stored: taken, repeated, revised, refused: declined } = answer
  const facts = {
    consultationId: consultation.id,
    contactPointId,
    stored: taken,
    repeated,
    revised,
    refused: declined,
  }
  await writeAudit(deps, member, { action: 'batch.upload', subject: id, facts }, now)
  return answer
}

/** Puts on record what is about to be stored; starts again when a colleague's upload came in between. */
async function recordPlan(
  deps: UploadDeps,
  origin: Origin,
  named: BatchId,
  good: GoodRow[],
): Promise<{ id: BatchId; plan: BatchPlan }> {
  const { contactPointId, upload } = origin
  const consultationId = upload.consultationId
  for (let attempt = 1; ; attempt += 1) {
    const source = await findBatchSource(deps, { contactPointId, consultationId, named }, good)
    const held = source.held ?? newBatch(origin, source.id)
    const plan = await planBatch(deps, held, good)
    if (!plan.adds) return { id: held.id, plan }
    try {
      await deps.batches.put({ ...held, rows: plan.rows }, held.rev)
      return { id: held.id, plan }
    } catch (error) {
      if (!isRace(error) || attempt === attempts) throw error
    }
  }
}

function newBatch({ contactPointId, member, upload, now }: Origin, id: BatchId): Batch {
  return {
    id,
    contactPointId,
    consultationId: upload.consultationId,
    fileName: upload.fileName,
    uploadedBy: member.id,
    uploadedAt: now,
    stored: 0,
    repeated: 0,
    revised: 0,
    refused: 0,
    rows: {},
    rev: 0,
  }
}

/** Adds what came in to the batch's counts; `repeated` and `refused` are those of the newest upload. */
async function recordCounts(
  deps: UploadDeps,
  { contactPointId, member, upload, now }: Origin,
  answer: BatchAnswer,
  notOurs: ReadonlySet<string>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const held = await deps.batches.find(contactPointId, upload.consultationId, answer.batchId)
    if (held === undefined) return
    const rows = Object.fromEntries(
      Object.entries(held.rows)
        .map(
          ([key, revisions]) => [key, revisions.filter(({ opinionId }) => !notOurs.has(opinionId))] as const,
        )
        .filter(([, revisions]) => revisions.length > 0),
    )
    const { repeated, refused } = answer
    const counts = {
      stored: held.stored + answer.stored,
      revised: held.revised + answer.revised,
      repeated,
      refused,
    }
    const last = { fileName: upload.fileName, uploadedBy: member.id, uploadedAt: now }
    try {
      await deps.batches.put({ ...held, ...counts, ...last, rows }, held.rev)
      return
    } catch (error) {
      if (!isRace(error) || attempt === attempts) throw error
    }
  }
}

function countVerdicts(
  rows: readonly BatchRowAnswer[],
): Pick<BatchAnswer, 'stored' | 'repeated' | 'revised' | 'refused'> {
  const count = (...verdicts: BatchRowAnswer['verdict'][]) =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    stored: count('stored'),
    repeated: count('repeated'),
    revised: count('revised'),
    refused: count('refused', 'conflict'),
  }
}

function isRace(error: unknown): boolean {
  return error instanceof PortalError && error.code === 'changed-meanwhile'
}
