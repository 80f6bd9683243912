import type { Bulletin, BulletinRow } from './bulletin.ts'
import type { BulletinDraft } from './bulletin-draft.ts'
import type { Outcome } from './decision.ts'
import type { ConsultationId, OpinionId } from './ids.ts'
import type { Instant } from './time.ts'

/** What the newest published edition answers to one opinion. */
export interface PublishedAnswer {
  edition: number
  publishedAt: Instant
  row: BulletinRow
}

/**
 * Published editions of the bulletin 采纳情况通报, and which row answers which opinion. The mapping is
 * internal: rows are public and carry no opinion id (R10), a receipt holder is told their own row only.
 */
export interface Bulletins {
  /** The newest complete edition. */
  latest(consultationId: ConsultationId): Promise<Bulletin | undefined>
  /** Every complete edition, oldest first. */
  listOf(consultationId: ConsultationId): Promise<Bulletin[]>
  /**
   * Stores an edition whole: readers see it only when all of it stands. `rowOf` gives each opinion its
   * `BulletinRow.row`; earlier revisions name the row of the opinion that superseded them.
   * Refuses an edition that exists (`already-exists`).
   */
  append(bulletin: Bulletin, rowOf: ReadonlyMap<OpinionId, number>): Promise<void>
  /** The newest edition's answer to one opinion; `undefined` while nothing is published for it. */
  find(consultationId: ConsultationId, opinionId: OpinionId): Promise<PublishedAnswer | undefined>
  /** Everything the newest edition answers, by opinion, earlier revisions included; `undefined` before the first. */
  answers(
    consultationId: ConsultationId,
  ): Promise<{ edition: number; publishedAt: Instant; rows: Map<OpinionId, BulletinRow> } | undefined>
  /** Outcome of every opinion the newest edition answers, earlier revisions included; empty before the first. */
  outcomesOf(consultationId: ConsultationId): Promise<Map<OpinionId, Outcome>>
}

/** The bulletin as people at the desk are writing it, one a consultation. */
export interface BulletinDrafts {
  find(consultationId: ConsultationId): Promise<BulletinDraft | undefined>
  put(draft: BulletinDraft, readRev: number): Promise<BulletinDraft>
}
