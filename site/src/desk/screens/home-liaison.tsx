import { office } from '../api/office.ts'
import { DueClock } from '../parts/clock.tsx'
import { Link, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'

/** The tasks of one's own contact point, the nearest due date first. */
export function HomeLiaison() {
  const words = useWords()
  const { me } = useSession()
  const { data, trouble, reload } = useLoaded(office.tasks, 'tasks')
  if (!me.contactPoint) return <p>{words.home.noPoint}</p>
  if (!data) return trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />
  const tasks = [...data.tasks].sort(
    (a, b) => Number(a.state === 'answered') - Number(b.state === 'answered') || (a.dueOn < b.dueOn ? -1 : 1),
  )
  return (
    <section>
      <h2>{words.collecting.title}</h2>
      {tasks.length === 0 && <p>{words.home.noTasks}</p>}
      <ul class="cases">
        {tasks.map((task) => (
          <li key={task.consultationId}>
            <article class="case">
              <p class="kind">{words.stateNames[task.state]}</p>
              <h3>
                <Link to={{ screen: 'task', consultationId: task.consultationId }}>{task.billTitle}</Link>
              </h3>
              {task.state !== 'answered' && (
                <p class="clock-line">
                  <DueClock dueOn={task.dueOn} />
                </p>
              )}
              <p class="soft">{words.home.taskDue(task.dueOn)}</p>
              <p>{words.home.ownReceived(task.received)}</p>
              {task.note && <p class="soft">{task.note}</p>}
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}
