import type { Bulletin, BulletinRow } from './bulletin.ts'
import type { BulletinDraft } from './bulletin-draft.ts'
import type { ConsultationId, OpinionId } from './ids.ts'
import type { OpinionIdList } from './opinion-id-list.ts'
import type { Instant } from './time.ts'

/** What the newest published edition answers to one opinion. */
export interface PublishedAnswer {
  edition: number
  publishedAt: Instant
  row: BulletinRow
}

/** Which row of a bulletin answers which entry of the log: `rows` by place, 0 where none does. */
export interface AnsweredPlaces {
  ids: OpinionIdList
  rows: Uint32Array
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
   * Stores an edition whole: readers see it only when all of it stands. `answered` names each answered opinion with
   * its `BulletinRow.row`, by its place in the log; earlier revisions have the row of the one that superseded them.
   * Refuses an edition that exists (`already-exists`).
   */
  append(bulletin: Bulletin, answered: AnsweredPlaces): Promise<void>
  /** The newest edition's answer to one opinion; `undefined` while nothing is published for it. */
  find(consultationId: ConsultationId, opinionId: OpinionId): Promise<PublishedAnswer | undefined>
  /**
   * Everything the newest edition answers, by opinion, earlier revisions included, or of it only what answers `wanted`;
   * `undefined` before the first.
   */
  answers(
    consultationId: ConsultationId,
    wanted?: ReadonlySet<OpinionId>,
  ): Promise<{ edition: number; publishedAt: Instant; rows: Map<OpinionId, BulletinRow> } | undefined>
  /**
   * Outcome of every opinion the newest edition answers, earlier revisions included, as `codeOf` by place in the log;
   * `undefined` before the first. `ids`: those of the log, at least as far as it was when that edition was published.
   */
  outcomesOf(consultationId: ConsultationId, ids: OpinionIdList): Promise<Uint8Array | undefined>
}

/** The bulletin as people at the desk are writing it, one a consultation. */
export interface BulletinDrafts {
  find(consultationId: ConsultationId): Promise<BulletinDraft | undefined>
  put(draft: BulletinDraft, readRev: number): Promise<BulletinDraft>
}
