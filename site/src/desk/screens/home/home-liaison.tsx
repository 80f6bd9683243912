import type { ReportList } from '#contract/report-api.ts'
import type { TaskList } from '#contract/office-api.ts'
import { office } from '../../api/office.ts'
import { deviceDesk } from '../../api/devices.ts'
import { pointDesk } from '../../api/point.ts'
import { DueClock } from '../../parts/clock.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { PointFiguresPart } from './point-figures.tsx'

type TaskRow = TaskList['tasks'][number]

/** The day at a contact point: its tasks with what is left of the time, and what it has collected. */
export function HomeLiaison() {
  const words = useWords()
  const { me } = useSession()
  const tasks = useLoaded(office.tasks, 'tasks')
  const reports = useLoaded(pointDesk.reports, 'reports')
  const rolled = useLoaded(() => pointDesk.rollUp(), 'roll-up')
  if (!me.contactPoint) return <p>{words.home.noPoint}</p>
  if (!tasks.data)
    return tasks.trouble ? <TroubleBox trouble={tasks.trouble} onRetry={tasks.reload} /> : <Waiting />
  const rows = [...tasks.data.tasks].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const isDone = ({ state }: TaskRow) => state === 'answered' || state === 'withdrawn'
  const done = rows.filter(isDone)
  const people = (id: string) =>
    rolled.data && (rolled.data.consultations.find((one) => one.id === id)?.points[0]?.people ?? 0)
  const list = (shown: readonly TaskRow[], title: string) => (
    <TaskTable title={title} tasks={shown} reports={reports.data?.reports ?? []} peopleOf={people} />
  )
  return (
    <>
      <section>
        <h2>{words.point.tasks}</h2>
        {me.role === 'liaison' && <ToCheck />}
        {rows.length === 0 && <p>{words.home.noTasks}</p>}
        {rows.length > done.length &&
          list(
            rows.filter((task) => !isDone(task)),
            words.point.tasks,
          )}
        {done.length > 0 && (
          <>
            <h3>{words.point.done}</h3>
            {list(done, words.point.done)}
          </>
        )}
      </section>
      <section>
        <h2>{words.point.figures}</h2>
        <TroubleBox trouble={rolled.trouble} onRetry={rolled.reload} />
        {rolled.data && (
          <PointFiguresPart consultations={rolled.data.consultations} contactPointId={me.contactPoint.id} />
        )}
      </section>
    </>
  )
}

/** What was set aside, and counts only once somebody here looked at it. */
function ToCheck() {
  const { devices } = useWords()
  const { data } = useLoaded(deviceDesk.quarantine, 'quarantine')
  const waiting = data?.items.filter(({ settled }) => settled === undefined).length ?? 0
  if (waiting === 0) return null
  return (
    <p class="next">
      <Link to={{ screen: 'quarantine' }}>{devices.toCheck(waiting)}</Link>
    </p>
  )
}

function TaskTable(props: {
  title: string
  tasks: readonly TaskRow[]
  reports: ReportList['reports']
  peopleOf: (consultationId: string) => number | undefined
}) {
  const { point } = useWords()
  return (
    <table class="stack tasks">
      <caption class="unseen">{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{point.bill}</th>
          <th scope="col">{point.due}</th>
          <th scope="col">{point.got}</th>
          <th scope="col">{point.report}</th>
        </tr>
      </thead>
      <tbody>
        {props.tasks.map((task) => (
          <TaskLine
            key={task.consultationId}
            task={task}
            people={props.peopleOf(task.consultationId)}
            report={props.reports
              .filter(({ consultationId }) => consultationId === task.consultationId)
              .at(-1)}
          />
        ))}
      </tbody>
    </table>
  )
}

function TaskLine(props: {
  task: TaskRow
  people: number | undefined
  report: ReportList['reports'][number] | undefined
}) {
  const words = useWords()
  const { point } = words
  const { task, report } = props
  const { consultationId, contactPointId } = task
  const isOver = task.state === 'answered' || task.state === 'withdrawn'
  const sent = report?.status === 'submitted' || report?.status === 'received'
  return (
    <tr>
      <th scope="row">
        <Link to={{ screen: 'task', consultationId }}>{task.billTitle}</Link>
        <span class="soft under">
          {words.stateNames[task.state]}
          {task.note && ` · ${task.note}`}
        </span>
      </th>
      <td data-th={point.due}>
        {!isOver && !sent && <DueClock dueOn={task.dueOn} />}
        <span class="soft under">{task.dueOn}</span>
      </td>
      <td data-th={point.got}>
        {point.counted(task.received, props.people)}
        {!isOver && (
          <a class="under" href="/collect/">
            {point.collect}
          </a>
        )}
        {task.state === 'answered' && task.received > 0 && (
          <Link class="under" to={{ screen: 'slips', consultationId }}>
            {words.feedback.link}
          </Link>
        )}
      </td>
      <td data-th={point.report}>
        {(report || (task.state !== 'scheduled' && !isOver)) && (
          <Link to={{ screen: 'report', consultationId, contactPointId }}>
            {report ? point.reportOpen : point.reportWrite}
          </Link>
        )}
        <span class={report?.status === 'returned' ? 'under' : 'soft under'}>
          {point.statusNames[report?.status ?? 'none']}
        </span>
      </td>
    </tr>
  )
}
