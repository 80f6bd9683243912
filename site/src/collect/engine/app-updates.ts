import type { AppUpdates } from './world.ts'

/** A page that stays open for days asks this often whether there is a newer version. */
const askEveryMs = 3_600_000

/** Keeps the app for flight mode and knows when a newer version waits (OFFLINE row 21). */
export function appUpdates(workers: ServiceWorkerContainer): AppUpdates {
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  let registration: ServiceWorkerRegistration | undefined
  const follow = (own: ServiceWorkerRegistration) => {
    registration = own
    own.addEventListener('updatefound', () => own.installing?.addEventListener('statechange', tell))
    own.installing?.addEventListener('statechange', tell)
    setInterval(() => void own.update().catch(() => undefined), askEveryMs)
    tell()
  }
  const options = { scope: '/collect/', updateViaCache: 'none' } as const
  workers.register('/collect/worker.js', options).then(follow, () => undefined)
  return {
    // The very first version waits for nobody.
    isWaiting: () => registration?.waiting != null && registration.active !== null,
    onChange: (listener) => void listeners.add(listener),
    apply: () =>
      new Promise((resolve) => {
        const waiting = registration?.waiting
        if (!waiting) return resolve()
        // Only the tab that asked loads anew; others keep running the files they began with.
        workers.addEventListener('controllerchange', () => location.reload(), { once: true })
        waiting.postMessage('apply', [])
      }),
  }
}
