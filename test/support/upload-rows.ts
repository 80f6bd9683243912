import type { BatchId, ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Instant } from '#core/time.ts'
import { uploadBatch } from '../../functions/actions/batch/upload-batch.ts'
import type { TestDeps } from './test-portal.ts'
import { csvFile, type SheetCells } from './batch-file.ts'

/** Uploads rows as a CSV. */
export function uploadRows(
  deps: TestDeps,
  member: Member,
  rows: readonly SheetCells[],
  options: { consultationId?: string; batchId?: string; fileName?: string; now?: Instant } = {},
) {
  const {
    consultationId = 'c-river',
    batchId = 'b-one',
    fileName = '意见.csv',
    now = deps.clock.now(),
  } = options
  return uploadBatch(
    deps,
    member,
    {
      batchId: batchId as BatchId,
      consultationId: consultationId as ConsultationId,
      fileName,
      bytes: csvFile(rows),
    },
    now,
  )
}
