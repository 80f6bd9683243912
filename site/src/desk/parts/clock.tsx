import type { Consultation, ConsultationState } from '#core/consultation.ts'
import { consultationClock, daysToDue } from '../rules/consultation-clock.ts'
import { localDay } from '../rules/local-time.ts'
import { useWords } from './language.tsx'
import { nowInstant, useSession } from './session.tsx'

/** The one clock a consultation shows, in words; its tone is said by the words, the colour only helps. */
export function ConsultationClock(props: { consultation: Consultation; state: ConsultationState }) {
  const words = useWords()
  const { offset } = useSession()
  const { kind, days, tone } = consultationClock(props.consultation, props.state, nowInstant(), offset)
  const answered = props.consultation.answeredAt ? localDay(props.consultation.answeredAt, offset) : ''
  const text = {
    none: words.stateNames[props.state],
    opensIn: words.clock.opensIn(days),
    daysLeft: words.clock.daysLeft(days),
    lastDay: words.clock.lastDay,
    answerDue: words.clock.answerDue(days),
    answerOverdue: words.clock.answerOverdue(days),
    answered: words.clock.answeredOn(answered),
  }[kind]
  return <span class={`clock ${tone}`}>{text}</span>
}

/** Days to a due date, or how long it is overdue. */
export function DueClock(props: { dueOn: string }) {
  const words = useWords()
  const { offset } = useSession()
  const days = daysToDue(props.dueOn, nowInstant(), offset)
  const tone = days < 0 ? 'late' : days <= 3 ? 'soon' : 'calm'
  return <span class={`clock ${tone}`}>{days < 0 ? words.clock.overdue(-days) : words.clock.due(days)}</span>
}
