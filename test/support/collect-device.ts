import * as fakeIndexedDb from 'fake-indexeddb'
import { webcrypto } from 'node:crypto'
import type { Collector } from '../../site/src/collect/engine/collector.ts'
import { createCollector } from '../../site/src/collect/engine/create-collector.ts'
import type { Channel, Locks, World } from '../../site/src/collect/engine/world.ts'
import { FaultyPortal } from './collect-portal.ts'

// `idb` reads these from the global scope, as in a browser.
Object.assign(globalThis, { indexedDB: new fakeIndexedDb.IDBFactory() }, fakeIndexedDb)

let devices = 0

/** Locks of one device, shared by its tabs; a tab that dies lets go of its own. */
class DeviceLocks {
  readonly #held = new Map<string, object>()

  of(tab: object): Locks {
    return {
      request: async (name, _options, work) => {
        if (this.#held.has(name)) return work(null)
        this.#held.set(name, tab)
        try {
          return await work({ name })
        } finally {
          if (this.#held.get(name) === tab) this.#held.delete(name)
        }
      },
    }
  }

  dropAll(tab: object): void {
    for (const [name, owner] of this.#held) if (owner === tab) this.#held.delete(name)
  }
}

export interface TestTab {
  collector: Collector
  /** The page is gone at this very moment: nothing it awaits ever comes back. */
  die(): void
  /** Lets `ms` pass on the device's clock and runs what was due in this tab. */
  pass(ms: number): Promise<void>
}

/** One device: a database, a clock that may be wrong, tabs that come and go. The network is handed in. */
export class TestDevice {
  readonly database = `device-${(devices += 1)}`
  readonly marks = new Map<string, string>()
  clockMs = Date.parse('2026-12-01T02:00:00.000Z')
  fetch: World['fetch']
  /** What stands on the app's icon. */
  badge: number | undefined
  /** What tabs tell each other is lost on its way. */
  tabsAreDeaf = false
  readonly #locks = new DeviceLocks()
  readonly #listeners = new Map<object, ((event: { data: unknown }) => void)[]>()

  constructor(fetch: World['fetch']) {
    this.fetch = fetch
  }

  /** What the QR at the desk said, when it was scanned. */
  enrolmentCode: string | undefined

  async openTab(): Promise<TestTab> {
    const tab = {}
    let isDead = false
    const timers = new Map<object, { atMs: number; work: () => void }>()
    const never = new Promise<never>(() => {})
    const alive = async <T>(work: Promise<T>): Promise<T> => {
      const result = await (isDead ? never : work)
      return isDead ? never : result
    }
    const world: World = {
      database: this.database,
      fetch: (url, init) => alive(this.fetch(url, init)),
      crypto: mortalCrypto(alive),
      nowMs: () => this.clockMs,
      chance: () => 0.5,
      after: (ms, work) => {
        const timer = {}
        timers.set(timer, { atMs: this.clockMs + ms, work })
        return () => void timers.delete(timer)
      },
      locks: this.#locks.of(tab),
      channel: this.#channelOf(tab, () => isDead),
      storage: undefined,
      marks: {
        getItem: (name) => this.marks.get(name) ?? null,
        setItem: (name, value) => void this.marks.set(name, value),
      },
      onWake: () => undefined,
      updates: undefined,
      badge: (waiting) => void (this.badge = waiting),
      deviceName: 'test laptop',
      enrolmentCode: this.enrolmentCode,
      patienceMs: 30_000,
      firstRetryMs: 5_000,
    }
    const collector = await createCollector(world)
    return {
      collector,
      die: () => {
        isDead = true
        timers.clear()
        this.#listeners.delete(tab)
        this.#locks.dropAll(tab)
      },
      pass: async (ms) => {
        this.clockMs += ms
        for (const [timer, { atMs, work }] of timers) if (atMs <= this.clockMs && timers.delete(timer)) work()
        await new Promise((resolve) => setTimeout(resolve, 5))
      },
    }
  }

  #channelOf(tab: object, isDead: () => boolean): Channel {
    this.#listeners.set(tab, [])
    return {
      addEventListener: (_type, listener) => void this.#listeners.get(tab)?.push(listener),
      postMessage: (data) => {
        if (isDead() || this.tabsAreDeaf) return
        for (const [other, listeners] of this.#listeners)
          if (other !== tab) for (const listener of listeners) queueMicrotask(() => listener({ data }))
      },
    }
  }
}

/** Real WebCrypto whose answers never reach a page that is gone. */
function mortalCrypto(alive: <T>(work: Promise<T>) => Promise<T>): Crypto {
  const subtle = new Proxy(webcrypto.subtle, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
      return (...args: unknown[]) => alive(method.apply(target, args))
    },
  })
  return {
    subtle,
    getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
    randomUUID: webcrypto.randomUUID.bind(webcrypto),
  } as unknown as Crypto
}

/** What the one person of these devices opens them with. */
export const devicePin = 'river-2026'

/** A record about the example task. */
export const aboutTheTask = { consultationId: 'c-waterfront', draftId: 'waterfront-1' } as Parameters<
  Collector['newOpinion']
>[0]

/** A device whose one person has signed in, and the portal it may reach. */
export async function openSignedIn() {
  const portal = new FaultyPortal()
  const device = new TestDevice(portal.fetch)
  const tab = await device.openTab()
  const signedIn = await tab.collector.signInHere(devicePin)
  if (!signedIn.ok) throw new Error('nobody could sign in on the device')
  return { portal, device, tab, collector: tab.collector }
}
