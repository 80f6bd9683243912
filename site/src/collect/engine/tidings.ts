import type { TabMessage } from './tab-message.ts'
import type { World } from './world.ts'

/** Says what has changed: to the screens of this page, and to the other tabs of the device. */
export class Tidings {
  readonly #channel: World['channel']
  readonly #watchers = new Set<() => void>()

  constructor({ channel }: World) {
    this.#channel = channel
  }

  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange)
    return () => this.#watchers.delete(onChange)
  }

  tellHere(): void {
    for (const watcher of this.#watchers) watcher()
  }

  tellTabs(message: TabMessage): void {
    this.#channel?.postMessage(message)
  }

  hear(listener: (message: TabMessage) => void): void {
    this.#channel?.addEventListener('message', ({ data }) => listener(data as TabMessage))
  }
}
