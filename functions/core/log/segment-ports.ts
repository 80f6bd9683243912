import type { ConsultationId } from '../ids.ts'

/** What is known of entries [from, to) of a log, an immutable object. */
export interface LogSegment {
  from: number
  to: number
  key: string
}

/** How far a log is followed, and where what is known of it stands. */
export interface SegmentsHead {
  /** The method by which it was followed; another one begins again. */
  method: string
  size: number
  segments: LogSegment[]
  /** Keys that the last commit made superfluous; the next one removes them, so that readers have time to move on. */
  obsolete: string[]
  rev: number
}

/** Something derived from a log, kept as far as it has come: it may be lost and made again at any time. */
export interface LogSegments {
  head(consultationId: ConsultationId): Promise<SegmentsHead | undefined>
  /** The commit: one conditional write under `rev`; throws `changed-meanwhile`. */
  commit(consultationId: ConsultationId, head: SegmentsHead, readRev: number): Promise<SegmentsHead>
  /** Stores a segment under its content's hash and returns its key. */
  appendSegment(consultationId: ConsultationId, from: number, to: number, bytes: Uint8Array): Promise<string>
  /** `undefined`: a later head has replaced it. */
  findSegment(key: string): Promise<Uint8Array | undefined>
  removeSegments(keys: readonly string[]): Promise<void>
}
