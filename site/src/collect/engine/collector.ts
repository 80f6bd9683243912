import type { CollectKit, CollectedOpinion, CollectingSession, KitTask } from '#contract/collect-api.ts'
import type { DraftText } from '#core/bill.ts'
import type { Instant } from '#core/time.ts'

/*
 * `createCollector(browserWorld())` (create-collector.ts, browser-world.ts) resolves to a `Collector`.
 * Refusals are `EngineError`s (engine-error.ts) whose `code` and `message` are one word: `storage-full`, `code-in-use`,
 * `not-a-code`, `locked`, `finished`, `not-found`, `open-elsewhere` (another tab is editing this record),
 * `changed-elsewhere` (another tab has edited it since it was read).
 *
 * The seam between the collector's screens and the engine below them. Screens see plain values and call intentions;
 * the engine alone knows IndexedDB, keys, the network and other tabs. Nothing here waits for the network (OFFLINE row 20).
 */

/** Whose device this is at the moment. `locked`: the PIN opens this person's records; nobody else's are even listed. */
export type Access =
  | { state: 'empty' } // no member ever took tasks on this device: sign in online first
  /** `notBefore`: after several wrong PINs the next try waits until then. */
  | { state: 'locked'; members: { id: string; name: string; notBefore?: Instant }[] }
  | { state: 'open'; memberId: string; name: string; kit: CollectKit; kitAt: Instant }

/** Where one record stands. `queued` carries the last failure in words' code, so that it can be said again after a restart. */
export type Delivery =
  | { state: 'writing' } // saved at every keystroke, not finished yet
  | { state: 'queued'; trouble?: Trouble; tries: number }
  | { state: 'delivered'; at: Instant; verdict: 'stored' | 'repeated' | 'quarantined'; flags: string[] }
  | {
      state: 'setAside'
      problems: { field: string; code: string; facts: Record<string, unknown> }[]
      conflict: boolean
    }

/** Why sending stopped or a record stayed: each code has its own sentence. Systemic ones stop the sender. */
export type Trouble =
  | 'offline'
  | 'timeout'
  | 'captive-portal'
  | 'signed-out'
  | 'not-permitted'
  | 'too-large'
  | 'too-many-requests'
  | 'server-error'
  | 'not-understood'

export interface StoredOpinion {
  /** The opinion's id: hash of the receipt code. */
  id: string
  /** As printed: six groups of four. */
  receiptCode: string
  content: Omit<CollectedOpinion, 'receiptCode'>
  delivery: Delivery
  savedAt: Instant
  /** Delivered `wordsKeptDays` ago: what was said and who said it is on the server alone; `verbatim` is empty. */
  wordsDropped?: true
}

/** So many days after delivery the words stay on the device. */
export const wordsKeptDays = 30

export interface StoredSession {
  session: CollectingSession
  opinions: number
  delivery: Delivery
  attachments: {
    id: string
    mediaType: string
    bytes: number
    sentPieces: number
    ofPieces: number
    /** Why the portal will not have it: the code of its refusal, or `too-large`, `not-understood`. */
    refused?: string
  }[]
}

/** What the top of every screen says (OFFLINE rows 5, 6, 14, 22). */
export interface Standing {
  /** `unknown` until something was heard from the portal; never `navigator.onLine` alone. */
  network: 'reached' | 'unreachable' | 'unknown'
  unsent: number
  /** Sessions and attachments the portal has not confirmed: 已全部送达 is true only when both are 0. */
  unsentOther: number
  setAside: number
  delivered: number
  sending: { done: number; of: number } | undefined
  trouble: Trouble | undefined
  /** Not before this is it tried again by itself. */
  retryAt: Instant | undefined
  oldestUnsentAt: Instant | undefined
  /** Milliseconds to add to the device's clock; `undefined` until the server said its time. */
  clockOffsetMs: number | undefined
  storage: {
    persisted: boolean
    usedBytes: number | undefined
    quotaBytes: number | undefined
    wiped: boolean
  }
  /** Another tab of this browser holds the sender. */
  senderElsewhere: boolean
  updateWaiting: boolean
}

/** What waits, as a backup file would carry it. */
export interface BackupContents {
  opinions: number
  sessions: number
  photos: number
  photoBytes: number
}

export interface TaskOnDevice extends KitTask {
  /** The draft's text is here; the day it was fetched. */
  savedAt: Instant | undefined
  /** A newer draft of this bill is known to the portal. */
  newerDraft: boolean
}

/** Everything the screens may do. Every promise resolves from the device, none waits for the network unless it says so. */
export interface Collector {
  access(): Access
  standing(): Standing
  /** Calls back after anything above or below changed, here or in another tab. Returns how to stop. */
  watch(onChange: () => void): () => void

  /** Online: asks who is signed in, fetches kit and drafts, and makes this person's vault under a new or known PIN. */
  signInHere(pin: string): Promise<{ ok: true } | { ok: false; trouble: Trouble | 'wrong-pin' | 'weak-pin' }>
  unlock(memberId: string, pin: string): Promise<boolean>
  /**
   * Online, signed in, PIN forgotten: a new PIN on the same records. `not-permitted`: the device was revoked, or these
   * records are another person's.
   */
  renewPin(pin: string): Promise<{ ok: true } | { ok: false; trouble: Trouble | 'wrong-pin' | 'weak-pin' }>
  /** Asks nothing: the screen has asked already when something is unsent. Records stay, encrypted. */
  lock(): Promise<void>
  /** Online: kit and drafts again. */
  refreshKit(): Promise<{ ok: true } | { ok: false; trouble: Trouble }>

  tasks(): Promise<TaskOnDevice[]>
  draft(draftId: string): Promise<DraftText | undefined>

  sessions(consultationId: string): Promise<StoredSession[]>
  /** `before`: what the form was filled from; rejects with `changed-elsewhere` when another window wrote since then. */
  saveSession(session: CollectingSession, before?: CollectingSession): Promise<void>
  addAttachment(sessionId: string, file: Blob): Promise<string>
  removeAttachment(sessionId: string, attachmentId: string): Promise<void>

  opinions(filter: {
    consultationId?: string
    sessionId?: string
    delivery?: Delivery['state']
  }): Promise<StoredOpinion[]>
  /** A new record with its receipt code, already saved as `writing`. `code`: one printed on a slip. Throws `code-in-use` when this device holds it. */
  newOpinion(
    start: Partial<StoredOpinion['content']> & { consultationId: string; draftId: string },
    code?: string,
  ): Promise<StoredOpinion>
  opinion(id: string): Promise<StoredOpinion | undefined>
  /**
   * At every change; cheap. Rejects with `storage-full` when the device has no room, and keeps what it had; with
   * `changed-elsewhere` when it is not `before` that the device holds.
   */
  saveOpinion(id: string, content: StoredOpinion['content'], before?: StoredOpinion['content']): Promise<void>
  /** Checks it as the server will; moves it to the queue when nothing is wrong. */
  finishOpinion(id: string): Promise<{ field: string; code: string; facts: Record<string, unknown> }[]>
  /** Only `writing` and `setAside` ones; others are facts. */
  discardOpinion(id: string): Promise<void>
  /** A set-aside record back into writing. */
  reopenOpinion(id: string): Promise<void>
  /** A correction of a finished one: a new record that names it. */
  correctOpinion(id: string): Promise<StoredOpinion>
  /** Unfinished records found at start, one by one to restore or discard (row 9). */
  unfinished(): Promise<StoredOpinion[]>

  /** Sends now, in this tab or by asking the tab that holds the sender. */
  send(): Promise<void>
  /** One encrypted file with everything unsent, for safety or to be carried by somebody (rows 14, 27). */
  backup(withPhotos: boolean): Promise<Blob>
  /** What such a file would hold now. */
  backupContents(): BackupContents
  /** Everything of one record as a readable file, for a set-aside one (row 8). */
  exportOpinion(id: string): Promise<Blob>
  /** Somebody has read that the database was wiped; it is not said again until it happens again. */
  acknowledgeWiped(): void
  /** Activates the waiting app version, at a quiet moment. */
  applyUpdate(): Promise<void>
}
