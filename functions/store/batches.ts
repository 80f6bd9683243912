import * as z from 'zod'
import { BatchId, ConsultationId, ContactPointId, MemberId, OpinionId } from '#core/ids.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import type { Batch, Batches, BatchRows } from '#core/batch/batch-ports.ts'
import { sha256 } from '#core/sha256.ts'
import { Instant } from '#core/time.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson, jsonBytes } from './object-json.ts'

const StoredBatch = z.strictObject({
  id: BatchId,
  contactPointId: ContactPointId,
  consultationId: ConsultationId,
  fileName: z.string(),
  uploadedBy: MemberId,
  uploadedAt: Instant,
  stored: z.int(),
  repeated: z.int(),
  revised: z.int(),
  refused: z.int(),
  /** Where its rows are. */
  rowsKey: z.string(),
  rev: z.int(),
})
type StoredBatch = z.infer<typeof StoredBatch>

const StoredRows: z.ZodType<BatchRows> = z.record(
  z.string(),
  z.array(z.strictObject({ opinionId: OpinionId, contentHash: z.string() })),
)

const withoutKey = ({ rowsKey: _rowsKey, ...batch }: StoredBatch): Omit<Batch, 'rows'> => batch

/**
 * Batches 批次: counts on the table `desk`, rows (up to 20,000, more than an item holds) as an immutable
 * object; the item names it, so both change in one conditional write.
 */
export function makeBatches(desk: Desk, objects: ObjectStore): Batches {
  return {
    find: async (contactPointId, consultationId, id) => {
      const stored = await desk.find(StoredBatch, deskKeys.batch(contactPointId, consultationId, id))
      if (stored === undefined) return undefined
      const rows = StoredRows.parse(await getJson(objects, stored.rowsKey))
      return { ...withoutKey(stored), rows }
    },
    listOf: async (contactPointId, consultationId) => {
      const all = await desk.list(StoredBatch, deskKeys.batches(contactPointId, consultationId))
      return all.map(withoutKey)
    },
    put: async (batch, readRev) => {
      const { rows, ...counts } = batch
      const { contactPointId, consultationId, id } = batch
      const bytes = jsonBytes(rows)
      const hash = sha256(bytes).toString('hex')
      const rowsKey = objectKeys.batchRows(contactPointId, consultationId, id, hash)
      await objects.put(rowsKey, bytes)
      const key = deskKeys.batch(contactPointId, consultationId, id)
      const stored = await desk.put(key, { ...counts, rowsKey }, readRev)
      return { ...withoutKey(stored), rows }
    },
  }
}
