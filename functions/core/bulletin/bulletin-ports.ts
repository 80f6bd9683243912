import type { Bulletin } from './bulletin.ts'
import type { BulletinRow } from './bulletin-row.ts'
import type { BulletinDraft } from './bulletin-draft.ts'
import type { BulletinJobs } from './bulletin-job.ts'
import type { ConsultationId, OpinionId } from '../ids.ts'
import type { Edition, LongBulletin } from './long-bulletin.ts'
import type { OpinionIdList } from '../log/opinion-id-list.ts'
import type { Instant } from '../time.ts'

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

/** Where the parts of a long edition are: each attempt writes its own, so that two workers never meet. */
export interface EditionPlace {
  consultationId: ConsultationId
  edition: number
  writtenBy: string
}

/** A long bulletin as it would be published, and how many opinions are not in it because nobody decided them. */
export interface LongPreview {
  bulletin: LongBulletin
  undecided: number
}

/** Rows of a long edition in one object: about a megabyte. */
export const rowsPerPart = 1000

/**
 * Published editions of the bulletin 采纳情况通报, and which row answers which opinion. The mapping is
 * internal: rows are public and carry no opinion id (R10), a receipt holder is told their own row only.
 */
export interface Bulletins {
  /** The newest complete edition. */
  latest(consultationId: ConsultationId): Promise<Edition | undefined>
  /** Every complete edition, oldest first. */
  listOf(consultationId: ConsultationId): Promise<Edition[]>
  /**
   * Stores an edition whole: readers see it only when all of it stands. `answered` names each answered opinion with
   * its `BulletinRow.row`, by its place in the log; earlier revisions have the row of the one that superseded them.
   * Refuses an edition that exists (`already-exists`).
   */
  append(bulletin: Bulletin, answered: AnsweredPlaces): Promise<void>
  /** Stores `rowsPerPart` rows of a long edition that is being written, the last part fewer; parts count from 0. */
  putRows(place: EditionPlace, part: number, rows: readonly BulletinRow[]): Promise<void>
  /** Stores what a shard of receipts is answered (`answer-shards.ts`); one without answers is never stored. */
  putAnswers(place: EditionPlace, shard: number, answers: Record<OpinionId, BulletinRow>): Promise<void>
  /**
   * Makes a long edition exist, once all rows and answers of it are stored under its `writtenBy`. `outcomes`: as
   * `outcomesOf`. Refuses an edition that exists (`already-exists`).
   */
  appendLong(bulletin: LongBulletin, outcomes: Uint8Array): Promise<void>
  /** Keeps how a long bulletin would look now; answers the key `preview` reads it by. */
  putPreview(preview: LongPreview): Promise<string>
  preview(key: string): Promise<LongPreview>
  /** Every row of an edition in its order, some thousand in memory; `place` may be that of one still being written. */
  rowsOf(place: EditionPlace & { count: number }): AsyncGenerator<BulletinRow>
  /**
   * Outcome of every opinion the newest edition answers, earlier revisions included, as `codeOf` by place in the log;
   * `undefined` before the first. `ids`: those of the log, at least as far as it was when that edition was published.
   */
  outcomesOf(consultationId: ConsultationId, ids: OpinionIdList): Promise<Uint8Array | undefined>
}

/** What the newest edition answers: all that a resident's receipt needs of bulletins. */
export interface PublishedAnswers {
  /** The answer to one opinion; `undefined` while nothing is published for it. */
  find(consultationId: ConsultationId, opinionId: OpinionId): Promise<PublishedAnswer | undefined>
  /** Every answer, earlier revisions included, some thousand in memory; `undefined` before the first edition. */
  all(consultationId: ConsultationId): Promise<AsyncGenerator<readonly [OpinionId, BulletinRow]> | undefined>
  /** What is answered to `wanted`, by opinion; `undefined` before the first edition. */
  answersTo(
    consultationId: ConsultationId,
    wanted: ReadonlySet<OpinionId>,
  ): Promise<{ edition: number; publishedAt: Instant; rows: Map<OpinionId, BulletinRow> } | undefined>
}

/** The bulletin as people at the desk are writing it, one a consultation. */
export interface BulletinDrafts {
  find(consultationId: ConsultationId): Promise<BulletinDraft | undefined>
  put(draft: BulletinDraft, readRev: number): Promise<BulletinDraft>
}

/** What of `Deps` is the bulletin's. */
export interface BulletinPorts {
  bulletins: Bulletins
  publishedAnswers: PublishedAnswers
  bulletinDrafts: BulletinDrafts
  bulletinJobs: BulletinJobs
}
