import { calendarDate } from '#core/time.ts'
import type { StoredOpinion, StoredSession, TaskOnDevice } from '../engine/collector.ts'
import { useTimes } from '../parts/clock.tsx'
import { useCollecting, useDoing, useHeld } from '../parts/collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Link, Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { SessionWhy } from '../parts/session-why.tsx'
import { RecordRows } from '../parts/record-rows.tsx'
import { SlipStart } from '../parts/slip-start.tsx'
import { printRoute } from '../rules/collect-route.ts'
import { startOfOpinion } from '../rules/new-session.ts'

/** One occasion: what was said so far, and the button for the next. */
export function SessionScreen(props: { consultationId: string; sessionId: string }) {
  const words = useWords()
  const { session: own } = words.tasks
  const { date } = useTimes()
  const { consultationId, sessionId } = props
  const held = useSessionHeld(consultationId, sessionId)
  const back = (name: string) => ({ to: { screen: 'task', consultationId } as const, name })
  if (!held) return <Waiting />
  const { task, stored, opinions } = held
  if (!stored || !task) return <Screen title={own.missing} back={back(words.back)} children={null} />
  const { session } = stored
  return (
    <Screen
      title={`${own.kinds[session.channel]} · ${session.place}`}
      kind={`${date(session.heldOn)} · ${own.people(session.headcount)}`}
      back={back(task.bill.title)}
    >
      {stored.delivery.state === 'setAside' && (
        <p class="ask">
          <SessionWhy delivery={stored.delivery} />
        </p>
      )}
      <NextOpinion task={task} stored={stored} opinions={opinions} />
      <p>
        <Link to={{ screen: 'editSession', consultationId, sessionId }} class="alone">
          {own.edit}
        </Link>
      </p>
      <section>
        <h2>
          {own.opinionsTitle} <span class="soft">{own.opinions(opinions.length)}</span>
        </h2>
        {opinions.length === 0 ? <p class="soft">{own.none}</p> : <RecordRows records={opinions} />}
      </section>
    </Screen>
  )
}

function useSessionHeld(consultationId: string, sessionId: string) {
  return useHeld(async (collector) => {
    const tasks = await collector.tasks()
    const sessions = await collector.sessions(consultationId)
    const opinions = await collector.opinions({ sessionId })
    return {
      task: tasks.find((one) => one.consultationId === consultationId),
      stored: sessions.find(({ session }) => session.id === sessionId),
      opinions: opinions.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
    }
  }, sessionId)
}

function NextOpinion(props: {
  task: TaskOnDevice
  stored: StoredSession
  opinions: readonly StoredOpinion[]
}) {
  const { session: own } = useWords().tasks
  const begin = useNextOpinion()
  const doing = useDoing()
  const start = (slip?: string) => begin(props.task, props.stored, props.opinions, slip)
  return (
    <div class="main-deeds">
      <div class="buttons">
        <Button onPress={() => doing.run(() => start())} busy={doing.busy}>
          {own.next}
        </Button>
      </div>
      <SlipStart onCode={start} />
    </div>
  )
}

/** Makes the next record of a session, with its receipt code, and opens it. */
export function useNextOpinion() {
  const { collector, offset } = useCollecting()
  const { rightNow } = useTimes()
  return async (
    task: TaskOnDevice,
    { session }: Pick<StoredSession, 'session'>,
    newestFirst: readonly StoredOpinion[],
    slip?: string,
  ) => {
    const access = collector.access()
    if (access.state !== 'open') return
    const clock = { today: calendarDate(rightNow(), offset), offsetMinutes: offset }
    const start = startOfOpinion(task, session, access.kit.contactPoint, newestFirst[0]?.content, clock)
    const made = await collector.newOpinion(start, slip)
    location.hash = printRoute({ screen: 'opinion', opinionId: made.id })
  }
}
