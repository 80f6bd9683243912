import { deviceName } from '../rules/device-name.ts'
import { appUpdates } from './app-updates.ts'
import { takeEnrolmentCode } from './enrolment-code.ts'
import type { World } from './world.ts'

/** Milliseconds; a field engineer may lengthen them on a satellite link: `localStorage['kaimen-collect-patience']`. */
const usualPatienceMs = 30_000

function numberMark(name: string, usual: number): number {
  const marked = Number(localStorage.getItem(name))
  return Number.isFinite(marked) && marked > 0 ? marked : usual
}

/** Refused by browsers that show no icon of this app: nothing is lost. */
function markIcon(waiting: number): void {
  const marked = waiting > 0 ? navigator.setAppBadge(waiting) : navigator.clearAppBadge()
  marked.catch(() => undefined)
}

/** The machine as it is in a browser. */
export function browserWorld(): World {
  return {
    database: 'kaimen-collect',
    fetch: (url, init) => fetch(url, init),
    crypto,
    nowMs: () => Date.now(),
    chance: () => Math.random(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    locks: navigator.locks,
    channel: typeof BroadcastChannel === 'function' ? new BroadcastChannel('kaimen-collect') : undefined,
    storage: navigator.storage,
    marks: localStorage,
    onWake: (listener) => {
      addEventListener('online', listener)
      addEventListener('pageshow', listener)
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener()
      })
    },
    updates: 'serviceWorker' in navigator ? appUpdates(navigator.serviceWorker) : undefined,
    badge: 'setAppBadge' in navigator ? markIcon : undefined,
    deviceName: deviceName(navigator.userAgent),
    // Asked anew each time: it may be scanned on this very page.
    get enrolmentCode() {
      return takeEnrolmentCode()
    },
    patienceMs: numberMark('kaimen-collect-patience', usualPatienceMs),
    firstRetryMs: numberMark('kaimen-collect-first-retry', 5_000),
  }
}
