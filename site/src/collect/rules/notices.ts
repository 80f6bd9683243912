import type { Standing } from '../engine/collector.ts'

/** What a person should know about this device; gravest first. */
const notices = [
  'wiped',
  'unsent-24h',
  'nearly-full',
  'clock-wrong',
  'not-persisted',
  'sender-elsewhere',
  'update-waiting',
] as const
export type Notice = (typeof notices)[number]

/** Told before anything else; the others stand below the tasks. */
export const graveNotices: readonly Notice[] = ['wiped', 'unsent-24h', 'nearly-full']
export const calmNotices = notices.filter((notice) => !graveNotices.includes(notice))

const dayMs = 86_400_000
/** Below this a device's clock is as right as anybody's watch. */
const clockToleranceMs = 10 * 60_000
const nearlyFull = 0.9

/** The notices that hold now, in the order they are shown. `now` is the device's own clock. */
export function noticesOf(standing: Standing, now: number): Notice[] {
  const { storage, oldestUnsentAt, clockOffsetMs } = standing
  const { usedBytes, quotaBytes } = storage
  const holds: Record<Notice, boolean> = {
    wiped: storage.wiped,
    'unsent-24h':
      standing.unsent > 0 && oldestUnsentAt !== undefined && now - Date.parse(oldestUnsentAt) >= dayMs,
    'nearly-full':
      usedBytes !== undefined && quotaBytes !== undefined && usedBytes >= nearlyFull * quotaBytes,
    'clock-wrong': clockOffsetMs !== undefined && Math.abs(clockOffsetMs) >= clockToleranceMs,
    'not-persisted': !storage.persisted,
    'sender-elsewhere': standing.senderElsewhere && standing.unsent > 0,
    'update-waiting': standing.updateWaiting,
  }
  return notices.filter((notice) => holds[notice])
}

/** Different things that must never look alike: the server's silence is not success, nor is what it refused. */
export type StandingKind = 'allDelivered' | 'waiting' | 'setAside' | 'unknown'

export function standingKind({
  unsent,
  unsentOther,
  setAside,
  network,
}: Pick<Standing, 'unsent' | 'unsentOther' | 'setAside' | 'network'>): StandingKind {
  if (unsent + unsentOther > 0) return 'waiting'
  if (setAside > 0) return 'setAside'
  return network === 'reached' ? 'allDelivered' : 'unknown'
}

/** How far a clock is off, in the largest unit that says it. */
export function clockError(offsetMs: number): { unit: 'minutes' | 'hours' | 'days'; n: number } {
  const minutes = Math.abs(offsetMs) / 60_000
  if (minutes < 90) return { unit: 'minutes', n: Math.round(minutes) }
  if (minutes < 36 * 60) return { unit: 'hours', n: Math.round(minutes / 60) }
  return { unit: 'days', n: Math.round(minutes / 1440) }
}
