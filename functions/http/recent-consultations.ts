import type { Consultation } from '#core/consultation.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Clock, Consultations } from '#core/ports.ts'
import { consultationState } from '#core/consultation.ts'

const keptForMs = 1000
const keptItems = 100

/**
 * Consultations as read within the last second, for the one path that a deadline floods. The item is kept,
 * never a decision: a window is judged against the clock each time, and nobody is refused on a kept item —
 * it is read again first, because the window may just have been extended.
 */
export function recentConsultations(consultations: Consultations, clock: Clock): Pick<Consultations, 'get'> {
  const kept = new Map<ConsultationId, { item: Consultation; readAtMs: number }>()
  return {
    async get(id) {
      const now = clock.now()
      const nowMs = Date.parse(now)
      const known = kept.get(id)
      const ageMs = known === undefined ? keptForMs : nowMs - known.readAtMs
      if (known && ageMs >= 0 && ageMs < keptForMs && consultationState(known.item, now) === 'open')
        return known.item
      const item = await consultations.get(id)
      if (kept.size >= keptItems) kept.clear()
      kept.set(id, { item, readAtMs: nowMs })
      return item
    },
  }
}
