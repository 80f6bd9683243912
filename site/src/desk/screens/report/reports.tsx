import type { ReportList } from '#contract/report-api.ts'
import type { TaskList } from '#contract/office-api.ts'
import { office } from '../../api/office.ts'
import { pointDesk } from '../../api/point.ts'
import { DueClock } from '../../parts/clock.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'

type TaskRow = TaskList['tasks'][number]

/** Every contact point's task with its report, consultation by consultation: what waits to be received comes first. */
export function Reports() {
  const words = useWords()
  const { point } = words
  const tasks = useLoaded(office.tasks, 'tasks')
  const reports = useLoaded(pointDesk.reports, 'reports')
  const trouble = tasks.trouble ?? reports.trouble
  const retry = () => {
    tasks.reload()
    reports.reload()
  }
  const waiting = (id: string) =>
    reports.data?.reports.filter((one) => one.consultationId === id && one.status === 'submitted').length ?? 0
  const byConsultation = [
    ...Map.groupBy(tasks.data?.tasks ?? [], ({ consultationId }) => consultationId),
  ].toSorted(([a], [b]) => waiting(b) - waiting(a))
  return (
    <Screen title={point.reportsTitle}>
      <p class="measure">{point.reportsSay}</p>
      <TroubleBox trouble={trouble} onRetry={retry} />
      {!trouble && (!tasks.data || !reports.data) && <Waiting />}
      {tasks.data?.tasks.length === 0 && <p>{point.noReports}</p>}
      {reports.data &&
        byConsultation.map(([id, rows]) => (
          <section key={id}>
            <h2 lang="zh-CN">{rows[0]?.billTitle}</h2>
            <ReportTable tasks={rows} reports={reports.data?.reports ?? []} />
          </section>
        ))}
    </Screen>
  )
}

function ReportTable(props: { tasks: readonly TaskRow[]; reports: ReportList['reports'] }) {
  const words = useWords()
  const { point } = words
  return (
    <table class="stack tasks">
      <thead>
        <tr>
          <th scope="col">{point.pointName}</th>
          <th scope="col">{point.due}</th>
          <th scope="col">{point.status}</th>
          <th scope="col">{point.reported}</th>
        </tr>
      </thead>
      <tbody>
        {props.tasks.map((task) => {
          const { consultationId, contactPointId } = task
          const own = props.reports.filter(
            (one) => one.consultationId === consultationId && one.contactPointId === contactPointId,
          )
          const last = own.at(-1)
          const reported = own.reduce((sum, { opinions }) => sum + opinions, 0)
          return (
            <tr key={contactPointId}>
              <th scope="row">
                {last ? (
                  <Link to={{ screen: 'report', consultationId, contactPointId }}>
                    {task.contactPointName}
                  </Link>
                ) : (
                  task.contactPointName
                )}
              </th>
              <td data-th={point.due}>
                {!last && task.state !== 'answered' && <DueClock dueOn={task.dueOn} />}
                <span class="soft under">{task.dueOn}</span>
              </td>
              <td data-th={point.status}>
                <span class={last?.status === 'submitted' ? 'flag' : 'soft'}>
                  {point.statusNames[last?.status ?? 'none']}
                </span>
              </td>
              <td data-th={point.reported}>{point.ofReceived(reported, task.received)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
