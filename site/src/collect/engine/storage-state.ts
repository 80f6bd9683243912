import type { Standing } from './collector.ts'
import type { World } from './world.ts'

/** How much room there is, whether the browser promised to keep it, and whether it broke that (OFFLINE row 14). */
export class StorageState {
  readonly #world: World
  #state: Standing['storage'] = {
    persisted: false,
    usedBytes: undefined,
    quotaBytes: undefined,
    wiped: false,
  }

  constructor(world: World) {
    this.#world = world
  }

  get now(): Standing['storage'] {
    return this.#state
  }

  /**
   * A mark outside the database says that people worked here; without them in the database it was wiped. That stays
   * on the screen over restarts and sign-ins until somebody says they have read it.
   */
  notice(hasMembers: boolean): void {
    const mark = this.#world.marks?.getItem(this.#mark)
    if (mark === 'wiped' || (!hasMembers && mark === 'used')) this.gone()
  }

  gone(): void {
    this.#world.marks?.setItem(this.#mark, 'wiped')
    this.#state = { ...this.#state, wiped: true }
  }

  acknowledgeWiped(hasMembers: boolean): void {
    this.#world.marks?.setItem(this.#mark, hasMembers ? 'used' : 'acknowledged')
    this.#state = { ...this.#state, wiped: false }
  }

  /** Somebody takes tasks along: asks the browser to keep them, and remembers that they did. */
  async begin(): Promise<void> {
    if (!this.#state.wiped) this.#world.marks?.setItem(this.#mark, 'used')
    await this.#world.storage?.persist().catch(() => false)
    await this.measure()
  }

  async measure(): Promise<void> {
    const { storage } = this.#world
    const persisted = (await storage?.persisted().catch(() => false)) ?? false
    const estimate = await storage?.estimate().catch(() => undefined)
    const { usage, quota } = estimate ?? {}
    this.#state = { ...this.#state, persisted, usedBytes: usage, quotaBytes: quota }
  }

  get #mark(): string {
    return `${this.#world.database}-used`
  }
}
