import type { ConsultationId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** A snapshot of which opinions are decided, and up to when its changes were seen. */
export interface StandingHead {
  method: string
  /** Places of the log it covers. */
  size: number
  key: string
  /** When the last decision taken in was made. */
  latest: Instant
  /** Announcements of changes before this may be gone: the snapshot says more. */
  trimmedTo: Instant
  /** The snapshot before, which the next one removes. */
  obsolete: string[]
  rev: number
}

/** Which opinions are decided and how, kept so that a filter need not read a million decisions. */
export interface Standings {
  head(consultationId: ConsultationId): Promise<StandingHead | undefined>
  /** One conditional write under `rev`; throws `changed-meanwhile`. */
  commit(consultationId: ConsultationId, head: StandingHead, readRev: number): Promise<StandingHead>
  /** Stores a snapshot under its content's hash and returns its key. */
  append(consultationId: ConsultationId, bytes: Uint8Array): Promise<string>
  find(key: string): Promise<Uint8Array | undefined>
  remove(keys: readonly string[]): Promise<void>
}
