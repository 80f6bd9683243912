import {
  Consultation,
  consultationState,
  consultationTransitions,
  type ConsultationTransition,
} from '#core/consultation.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Consultations } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { changedMeanwhile } from './conditional.ts'
import { deskKeys } from './desk-keys.ts'
import type { Condition, Desk } from './desk.ts'

/** The window against the clock, as part of the write: `[opensAt, closesAt)`, instants sort as strings. */
const clockRules = { beforeClose: 'closesAt > :now', afterClose: 'closesAt <= :now' } as const

/** The one transition table as a condition of the write (SECURITY promise 3). */
function conditionOf(transition: ConsultationTransition, readRev: number, now: Instant): Condition {
  const rule = consultationTransitions[transition]
  const parts = ['rev = :rev', '#status = :status']
  const values: Record<string, unknown> = { ':rev': readRev, ':status': rule.status }
  if ('clock' in rule) {
    parts.push(clockRules[rule.clock])
    values[':now'] = now
  }
  return { expression: parts.join(' AND '), names: { '#status': 'status' }, values }
}

/** Consultations 公开征求意见 on the table `desk`; `next.rev` of a transition is the rev it was read with. */
export function makeConsultations(desk: Desk): Consultations {
  return {
    list: () => desk.list(Consultation, deskKeys.consultations),
    get: (id) => desk.get(Consultation, deskKeys.consultation(id)),
    append: async (consultation) => {
      const next = { ...consultation, rev: 1 }
      await desk.append(deskKeys.consultation(consultation.id), next)
      return next
    },
    transition: async (transition, next, now) => {
      const rule = consultationTransitions[transition]
      const stored = { ...next, status: rule.to, rev: next.rev + 1 }
      const item = { ...stored, ...deskKeys.consultation(next.id) }
      await desk.putUnder(item, conditionOf(transition, next.rev, now), (held) => {
        if (held === undefined) throw new PortalError('not-found', { kind: 'consultation', id: next.id })
        if (held['rev'] !== next.rev) throw changedMeanwhile(held)
        const { pk: _pk, sk: _sk, ...stands } = held
        const state = consultationState(Consultation.parse(stands), now)
        throw new PortalError('transition-refused', { transition, state, needs: rule.from })
      })
      return stored
    },
  }
}
