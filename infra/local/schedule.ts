import type { Consultation } from '#core/consultation.ts'
import { instant, type Instant } from '#core/time.ts'

const dayMs = 86_400_000

/**
 * The next instant at which pages would say something else without anybody having done anything: a window
 * opens or closes, or a day ends where the legislature is, so that one day less is left.
 */
export function nextTurn(
  consultations: readonly Pick<Consultation, 'status' | 'opensAt' | 'closesAt'>[],
  now: Instant,
  utcOffsetMinutes: number,
): Instant {
  const offsetMs = utcOffsetMinutes * 60_000
  const midnight = (Math.floor((Date.parse(now) + offsetMs) / dayMs) + 1) * dayMs - offsetMs
  const edges = consultations
    .filter(({ status }) => status === 'announced')
    .flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
  return [...edges, instant(midnight)].filter((at) => at > now).sort()[0] ?? instant(midnight)
}
