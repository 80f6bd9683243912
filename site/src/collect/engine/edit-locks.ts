import { EngineError } from './engine-error.ts'
import type { World } from './world.ts'

/** A record left alone so long in one tab may be taken up in another. */
const idleMs = 20_000

/** One editor a record over all tabs (OFFLINE row 17), by Web Locks: a closed or crashed tab holds nothing. */
export class EditLocks {
  readonly #world: World
  readonly #held = new Map<string, { let: () => void; forget: () => void }>()

  constructor(world: World) {
    this.#world = world
  }

  /** Takes or keeps the record; refuses `open-elsewhere` while another tab is writing it. */
  async hold(id: string): Promise<void> {
    const held = this.#held.get(id)
    held?.forget()
    if (held === undefined && this.#world.locks !== undefined && !(await this.#take(id)))
      throw new EngineError('open-elsewhere')
    const mine = this.#held.get(id)
    if (mine) mine.forget = this.#world.after(idleMs, () => this.release(id))
  }

  release(id: string): void {
    const held = this.#held.get(id)
    this.#held.delete(id)
    held?.forget()
    held?.let()
  }

  releaseAll(): void {
    for (const id of this.#held.keys()) this.release(id)
  }

  #take(id: string): Promise<boolean> {
    const { locks, database } = this.#world
    return new Promise((resolve) => {
      const asked = locks?.request(`${database}-edit-${id}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          // Asked for twice at once in this very tab: the first has it for both.
          resolve(this.#held.has(id))
          return Promise.resolve()
        }
        return new Promise<void>((free) => {
          this.#held.set(id, { let: free, forget: () => {} })
          resolve(true)
        })
      })
      asked?.catch(() => resolve(true))
    })
  }
}
