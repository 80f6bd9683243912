import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Clock } from '#core/ports.ts'

const windowMs = 60_000

/**
 * Counts what each member sends in a minute to this process and refuses more than a person's devices ever need:
 * `too-many-requests` with `retryAfterSeconds`. Several processes do not know of each other; the gateway bounds those.
 */
export function makePace(clock: Clock, most: number = limits.maxCollectRequestsPerMinute) {
  let from = 0
  let counts = new Map<string, number>()
  return (memberId: string): void => {
    const now = Date.parse(clock.now())
    if (now - from >= windowMs || now < from) {
      from = now
      counts = new Map()
    }
    const count = (counts.get(memberId) ?? 0) + 1
    counts.set(memberId, count)
    if (count > most)
      throw new PortalError('too-many-requests', {
        retryAfterSeconds: Math.ceil((from + windowMs - now) / 1000),
      })
  }
}
