import type { Trouble } from './collector.ts'
import { dropDelivered } from './drop-delivered.ts'
import { isUnsent } from './on-device.ts'
import { ask } from './portal-line.ts'
import type { Records } from './records.ts'
import { sendAttachments } from './send-attachments.ts'
import type { SenderMemory, Shelf } from './shelf.ts'
import { sendRecords, usualBatch, type RunContext, type RunEnd } from './sync-run.ts'
import type { TabMessage } from './tab-message.ts'
import type { World } from './world.ts'

const longestPauseMs = 15 * 60_000
/** After so long without a word from the portal nothing is claimed about the network. */
const freshMs = 3 * 60_000

export interface SenderParts {
  world: World
  shelf: Shelf
  deviceId: string
  records(): Records | undefined
  /** Finished things the portal has not confirmed. */
  countWaiting(): number
  onChange(): void
  /** Tells other tabs. */
  tell(message: TabMessage): void
}

/** The one sender of this device: one run at a time over all tabs, pauses that grow, everything remembered. */
export class Sender {
  readonly #parts: SenderParts
  readonly #batch = { size: usualBatch }
  #memory: SenderMemory = { failures: 0 }
  #running: Promise<void> | undefined
  #again = false
  #forgetTimer = () => {}
  #heardAtMs: number | undefined
  #isUnreachable = false
  sending: { done: number; of: number } | undefined
  isElsewhere = false

  constructor(parts: SenderParts) {
    this.#parts = parts
  }

  async load(): Promise<void> {
    this.#memory = ((await this.#parts.shelf.get('device', 'sender')) as SenderMemory | undefined) ?? {
      failures: 0,
    }
  }

  get trouble(): Trouble | undefined {
    return this.#memory.trouble as Trouble | undefined
  }

  get retryAtMs(): number | undefined {
    return this.#memory.retryAtMs
  }

  get clockOffsetMs(): number | undefined {
    return this.#memory.clockOffsetMs
  }

  get network(): 'reached' | 'unreachable' | 'unknown' {
    if (this.#isUnreachable) return 'unreachable'
    const { world } = this.#parts
    const isFresh = this.#heardAtMs !== undefined && Math.abs(world.nowMs() - this.#heardAtMs) < freshMs
    return isFresh ? 'reached' : 'unknown'
  }

  /** Something was heard from the portal, here or when the kit was fetched. */
  heard(serverTime: string, sentAtMs: number, heardAtMs: number): void {
    this.#heardAtMs = heardAtMs
    this.#isUnreachable = false
    this.#memory.clockOffsetMs = Math.round(Date.parse(serverTime) - (sentAtMs + heardAtMs) / 2)
  }

  missed(trouble: Trouble): void {
    this.#isUnreachable = trouble === 'offline' || trouble === 'timeout' || trouble === 'captive-portal'
  }

  /** Another tab has ended a sending: this one need not say it knows nothing. */
  async learn(network: 'reached' | 'unreachable' | 'unknown'): Promise<void> {
    if (network === 'unknown') return
    await this.load()
    this.#isUnreachable = network === 'unreachable'
    if (network === 'reached') this.#heardAtMs = this.#parts.world.nowMs()
  }

  /** Sends at once, whatever pause was meant; a run under way goes round again. */
  async now(): Promise<void> {
    this.#forgetTimer()
    if (this.#running !== undefined) this.#again = true
    this.#running ??= this.#runs().finally(() => {
      this.#running = undefined
    })
    await this.#running
  }

  /** Sends in a moment, or when the pause is over. */
  soon(delayMs: number): void {
    this.#forgetTimer()
    const pause = (this.#memory.retryAtMs ?? 0) - this.#parts.world.nowMs()
    // A clock that was set back must not turn a pause into years.
    const waitMs = Math.max(delayMs, Math.min(pause, longestPauseMs * 4))
    this.#forgetTimer = this.#parts.world.after(waitMs, () => void this.now().catch(() => undefined))
  }

  /** The network may be back: what failed for want of it is tried at once, what the portal asked to wait for waits. */
  wake(): void {
    if (this.#isUnreachable) delete this.#memory.retryAtMs
    this.soon(0)
  }

  stop(): void {
    this.#forgetTimer()
  }

  async #runs(): Promise<void> {
    do {
      this.#again = false
      await this.#inOneTab()
    } while (this.#again && this.#memory.trouble === undefined)
  }

  async #inOneTab(): Promise<void> {
    const { world, tell, onChange } = this.#parts
    if (world.locks === undefined) return this.#run()
    await world.locks.request(`${world.database}-sender`, { ifAvailable: true }, async (lock) => {
      this.isElsewhere = lock === null
      if (lock === null) tell({ kind: 'send' })
      else {
        await this.#run()
        tell({ kind: 'free', network: this.network })
      }
    })
    onChange()
  }

  async #run(): Promise<void> {
    const { world, shelf, deviceId, onChange, countWaiting } = this.#parts
    const records = this.#parts.records()
    if (records === undefined) return
    // What another tab delivered may not have been told yet: the shelf is asked before anything goes out.
    await records.refresh(isUnsent)
    const isOver = () => this.#parts.records() !== records
    this.sending = countWaiting() > 0 ? { done: 0, of: countWaiting() } : undefined
    onChange()
    const run: RunContext = {
      world,
      deviceId,
      records,
      isOver,
      batch: this.#batch,
      onHeard: ({ receivedAt, sentAtMs, heardAtMs }) => this.heard(receivedAt, sentAtMs, heardAtMs),
      onProgress: () => {
        if (this.sending)
          this.sending = { ...this.sending, done: Math.max(0, this.sending.of - countWaiting()) }
        onChange()
      },
    }
    try {
      const end = await this.#deliver(run, shelf)
      if (isOver()) return
      await this.#remember(end)
      await this.#letGo(records)
    } finally {
      this.sending = undefined
      onChange()
    }
  }

  async #letGo(records: Records): Promise<void> {
    const { world, shelf } = this.#parts
    const { clockOffsetMs } = this.#memory
    if (clockOffsetMs !== undefined) await dropDelivered(records, shelf, world.nowMs() + clockOffsetMs)
  }

  async #deliver(run: RunContext, shelf: Shelf): Promise<RunEnd> {
    const who = await this.#whoIsSignedIn(run)
    if (who !== undefined) return who
    const end = await sendRecords(run)
    return end.trouble === undefined ? sendAttachments(run, shelf) : end
  }

  /** Records go up under their own person's sign-in only (row 16); the question also finds captive portals cheaply. */
  async #whoIsSignedIn({ world, records }: RunContext): Promise<RunEnd | undefined> {
    const isMe = (body: unknown): body is { id: string } =>
      typeof (body as { id?: unknown } | null)?.id === 'string'
    const heard = await ask(world, '/office/api/me', { method: 'GET' }, isMe)
    if (!heard.ok) {
      const { trouble, retryAfterMs } = heard
      return { trouble, ...(retryAfterMs !== undefined && { retryAfterMs }) }
    }
    this.#heardAtMs = heard.heardAtMs
    this.#isUnreachable = false
    return heard.body.id === records.vault.memberId ? undefined : { trouble: 'signed-out' }
  }

  async #remember({ trouble, retryAfterMs }: RunEnd): Promise<void> {
    const { world, shelf, countWaiting } = this.#parts
    const { clockOffsetMs } = this.#memory
    const known = clockOffsetMs === undefined ? {} : { clockOffsetMs }
    if (trouble === undefined) this.#memory = { failures: 0, ...known }
    else {
      this.missed(trouble)
      const failures = this.#memory.failures + 1
      const growing = Math.min(longestPauseMs, world.firstRetryMs * 2 ** Math.min(failures - 1, 20))
      // Half to one and a half of the pause: a village that comes back into signal does not ring all at once.
      const pauseMs = Math.max(retryAfterMs ?? 0, growing * (0.5 + world.chance()))
      this.#memory = { failures, trouble, retryAtMs: world.nowMs() + pauseMs, ...known }
    }
    await shelf.put('device', this.#memory, 'sender')
    if (trouble !== undefined) this.soon(0)
    else if (countWaiting() > 0) this.soon(world.firstRetryMs)
  }
}
