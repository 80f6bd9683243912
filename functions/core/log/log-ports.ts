import type { ConsultationId, OpinionId } from '../ids.ts'
import type { LoggedOpinion } from './log-entry.ts'
import type { Tallies } from './tallies.ts'

/** The head of a consultation's log, as of its last commit. */
export interface LogHead {
  size: number
  /** base64 (standard) SHA-256 root of the first `size` entries, RFC 6962. */
  root: string
  tallies: Tallies
  rev: number
}

/** Proof that entry `index` is in the tree of `size` entries (RFC 9162 §2.1.3), hashes base64, leaf side first. */
export interface InclusionProof {
  index: number
  size: number
  root: string
  hashes: string[]
  /** The signed note of this tree (C2SP tlog-checkpoint). */
  checkpoint: string
}

/** The log is the read model: lists, tables, counts and proofs all read it. */
export interface OpinionLog {
  head(consultationId: ConsultationId): Promise<LogHead>
  /** Entries [from, to) in log order, streamed bundle by bundle; `to` defaults to the head's size. */
  read(consultationId: ConsultationId, from?: number, to?: number): AsyncGenerator<LoggedOpinion>
  /**
   * The opinions at some places, in the order of the log, each bundle read once. `mayHold`: asked of the bytes of a
   * bundle's texts and then of each text (one line of JSON); what it refuses is not read further.
   */
  readAt(
    consultationId: ConsultationId,
    places: readonly number[],
    mayHold?: (textBytes: Uint8Array) => boolean,
  ): AsyncGenerator<LoggedOpinion>
  /** Place of an opinion, `undefined` while it is not sequenced yet. */
  positionOf(consultationId: ConsultationId, id: OpinionId): Promise<number | undefined>
  inclusionProof(consultationId: ConsultationId, index: number): Promise<InclusionProof>
}

/** Files by key. Nothing here is conditional: what must not be overwritten has its content's hash in its key. */
export interface ObjectStore {
  find(key: string): Promise<Uint8Array | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Removing what is not there is free of effect. */
  remove(keys: readonly string[]): Promise<void>
}

/** A sorted index of the opinion ids of entries [from, to), an immutable object (`opinion-index.ts`). */
export interface IndexSegment {
  from: number
  to: number
  key: string
}

/** All that is committed of a log: what moves, moves in one conditional write of this. Well under 400 KB. */
export interface LogState extends LogHead {
  /** The signed note of exactly this tree. */
  checkpoint: string
  /** Key of the object with every file of this commit; they may still be on their way to their places. */
  stage: string
  index: IndexSegment[]
  /** Tree sizes committed inside the bundle that is still open: where its partial files are. */
  openSizes: number[]
  /** Keys this commit made superfluous; the next one removes them, so that readers have time to move on. */
  obsolete: string[]
}

/** What the sequencer needs of the world. */
export interface LogStore {
  objects: ObjectStore
  find(consultationId: ConsultationId): Promise<LogState | undefined>
  /** The commit: one conditional write under `rev`; throws `changed-meanwhile`. */
  commit(consultationId: ConsultationId, state: LogState, readRev: number): Promise<LogState>
  /** The signed note of a tree (C2SP tlog-checkpoint). */
  signCheckpoint(consultationId: ConsultationId, size: number, root: Uint8Array): string
}
