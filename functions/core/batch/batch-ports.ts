import type { BatchId, ConsultationId, ContactPointId, MemberId, OpinionId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** Row → the revisions stored for it, oldest first. */
export type BatchRows = Record<string, { opinionId: OpinionId; contentHash: string }[]>

/** What is known of one source of rows of one contact point. */
export interface Batch {
  id: BatchId
  contactPointId: ContactPointId
  consultationId: ConsultationId
  fileName: string
  uploadedBy: MemberId
  uploadedAt: Instant
  stored: number
  repeated: number
  revised: number
  refused: number
  rows: BatchRows
  rev: number
}

/** Uploads 批次, by whose they are; lists leave the rows out, which may be thousands. */
export interface Batches {
  find(
    contactPointId: ContactPointId,
    consultationId: ConsultationId,
    id: BatchId,
  ): Promise<Batch | undefined>
  listOf(contactPointId: ContactPointId, consultationId: ConsultationId): Promise<Omit<Batch, 'rows'>[]>
  put(batch: Batch, readRev: number): Promise<Batch>
}
