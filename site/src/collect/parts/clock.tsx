import { useContext } from 'preact/hooks'
import { daysToDate, instant, type CalendarDate, type Instant } from '#core/time.ts'
import { printDate, printDay, printInstant } from '#contract/print-time.ts'
import { useCollecting } from './collecting.tsx'
import { SpeechContext, useWords } from './language.tsx'

/** Times of day and dates as people say them, on the legislature's own clock. */
export function useTimes() {
  const { language } = useContext(SpeechContext)
  const { collector, now, offset } = useCollecting()
  /** The right time, as far as the server told it. */
  const rightNow = () => instant(now() + (collector.standing().clockOffsetMs ?? 0))
  return {
    rightNow,
    day: (at: string) => printDay(at, language, offset),
    date: (on: string) => printDate(on, language),
    moment: (at: string) => printInstant(at, language, offset),
    hour: (at: string) => new Date(Date.parse(at) + offset * 60_000).toISOString().slice(11, 16),
  }
}

/** Days to a due date; said in words, the tone only helps. */
export function DueClock(props: { dueOn: CalendarDate; opensAt: Instant }) {
  const { tasks } = useWords()
  const { rightNow, date, day } = useTimes()
  const { offset } = useCollecting()
  const days = daysToDate(rightNow(), props.dueOn, offset)
  if (rightNow() < props.opensAt) return <p class="clock">{tasks.notOpen(day(props.opensAt))}</p>
  const tone = days < 0 ? 'late' : days <= 3 ? 'soon' : 'calm'
  return (
    <p class="due">
      <span class={`clock ${tone}`}>
        {days < 0 ? tasks.overdue(-days) : days === 0 ? tasks.lastDay : tasks.daysLeft(days)}
      </span>
      <span class="soft">{days < 0 ? tasks.overdueHelp : tasks.due(date(props.dueOn))}</span>
    </p>
  )
}
