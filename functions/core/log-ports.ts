import type { ConsultationId } from './ids.ts'
import type { LogHead } from './ports.ts'

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
