import { DueClock, useTimes } from '../parts/clock.tsx'
import { useHeld } from '../parts/collecting.tsx'
import { DraftOnDevice } from '../parts/draft-on-device.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Link, Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { SessionWhy } from '../parts/session-why.tsx'

/** One task: what the law is about, what to ask, and the occasions on which people were heard. */
export function TaskScreen({ consultationId }: { consultationId: string }) {
  const words = useWords()
  const { task: own } = words.tasks
  const { rightNow, day } = useTimes()
  const tasks = useHeld((held) => held.tasks(), 'tasks')
  const task = tasks?.find((one) => one.consultationId === consultationId)
  if (!task)
    return tasks ? (
      <Screen
        title={words.tasks.home.empty}
        back={{ to: { screen: 'home' }, name: words.back }}
        children={null}
      />
    ) : (
      <Waiting />
    )
  // What is heard before the opening is refused for good, and the receipt handed out for it with it.
  const isOpen = rightNow() >= task.opensAt
  return (
    <Screen title={task.bill.title} back={{ to: { screen: 'home' }, name: words.nav.home }}>
      <DueClock dueOn={task.dueOn} opensAt={task.opensAt} />
      <DraftOnDevice task={task} />
      {!isOpen && <p class="told">{own.notYet(day(task.opensAt))}</p>}
      <div class="buttons main-deeds">
        {isOpen && (
          <Link to={{ screen: 'newSession', consultationId }} class="button">
            {own.newSession}
          </Link>
        )}
        <Link to={{ screen: 'draft', consultationId }} class={isOpen ? 'button quiet' : 'button'}>
          {own.read}
        </Link>
      </div>
      <section>
        <h2>{own.sessions}</h2>
        <SessionList consultationId={consultationId} />
        <p>
          <Link to={{ screen: 'records', state: 'queued', consultationId }} class="alone">
            {own.records}
          </Link>
        </p>
      </section>
      <section>
        <h2>{own.note}</h2>
        <p class="note" lang={task.note ? 'zh-CN' : undefined}>
          {task.note || own.noNote}
        </p>
        <h2>{own.about}</h2>
        <p lang="zh-CN">{task.bill.summary}</p>
      </section>
    </Screen>
  )
}

function SessionList({ consultationId }: { consultationId: string }) {
  const words = useWords()
  const { session: own } = words.tasks
  const { date } = useTimes()
  const sessions = useHeld((held) => held.sessions(consultationId), consultationId)
  if (sessions === undefined) return <Waiting />
  if (sessions.length === 0) return <p class="soft">{words.tasks.task.noSessions}</p>
  return (
    <ul class="rows">
      {sessions.map(({ session, opinions, delivery }) => (
        <li key={session.id}>
          <Link to={{ screen: 'session', consultationId, sessionId: session.id }}>
            <b>
              {own.kinds[session.channel]} · {session.place}
            </b>
            <span class="soft">
              {date(session.heldOn)} · {own.people(session.headcount)} · {own.opinions(opinions)}
              {delivery.state === 'delivered' && ` · ${words.records.states.delivered}`}
            </span>
            <SessionWhy delivery={delivery} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
