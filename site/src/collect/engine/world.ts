/*
 * What the engine needs of the machine it runs on, handed in: no clock, no network, no storage is reached around this.
 * `browserWorld()` gives the real one; tests give one whose clock, network and sudden death they hold in their hands.
 */

/** Some of `BroadcastChannel`. */
export interface Channel {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

/** Some of `LockManager` (Web Locks). */
export interface Locks {
  request<T>(name: string, options: { ifAvailable: true }, work: (lock: unknown) => Promise<T>): Promise<T>
}

/** The installed app's own update, seen from a page. */
export interface AppUpdates {
  isWaiting(): boolean
  onChange(listener: () => void): void
  /** Lets the waiting version take over and loads the page anew. */
  apply(): Promise<void>
}

export interface World {
  /** Name of the database; also tells apart several devices in one test. */
  database: string
  fetch(url: string, init: RequestInit): Promise<Response>
  crypto: Crypto
  /** Milliseconds since the epoch by the device's clock, however wrong. */
  nowMs(): number
  /** 0 ≤ n < 1, for jitter. */
  chance(): number
  /** Calls back once after so many milliseconds; returns how to forget it. */
  after(ms: number, work: () => void): () => void
  /** `undefined` where the browser has none: then the server alone keeps things single (R1). */
  locks: Locks | undefined
  channel: Channel | undefined
  storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined
  /** `localStorage`, apart from the database: notices when the database is gone (OFFLINE row 14). */
  marks: Pick<Storage, 'getItem' | 'setItem'> | undefined
  /** Calls back when the network may have returned or the page is looked at again. */
  onWake(listener: () => void): void
  updates: AppUpdates | undefined
  /** How many wait, on the installed app's icon; 0 takes the mark away. `undefined` where there is no such thing. */
  badge: ((waiting: number) => void) | undefined
  /** What the contact point sees in its list of devices. */
  deviceName: string
  /** From the QR at the contact point's desk; without one, signing in alone enrols the device. */
  enrolmentCode: string | undefined
  /** One request may take so long. */
  patienceMs: number
  /** First pause after a failure; doubles up to 15 minutes. */
  firstRetryMs: number
}
