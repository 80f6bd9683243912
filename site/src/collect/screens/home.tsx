import type { StoredOpinion, TaskOnDevice } from '../engine/collector.ts'
import { DueClock, useTimes } from '../parts/clock.tsx'
import { useCollecting, useHeld } from '../parts/collecting.tsx'
import { DraftOnDevice } from '../parts/draft-on-device.tsx'
import { FetchTasks } from '../parts/fetch-tasks.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Link, Screen, Sure } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { calmNotices, graveNotices } from '../rules/notices.ts'

/** What there is to do, and everything the device wants known. */
export function Home() {
  const { tasks: words } = useWords()
  const tasks = useHeld((held) => held.tasks(), 'tasks')
  const unfinished = useHeld((held) => held.unfinished(), 'unfinished')
  return (
    <Screen title={words.home.title}>
      <NoticeList only={graveNotices} />
      {unfinished && unfinished.length > 0 && <Unfinished records={unfinished} />}
      {tasks === undefined && <Waiting />}
      {tasks?.length === 0 && (
        <div class="empty">
          <h2>{words.home.empty}</h2>
          <p>{words.home.emptyHelp}</p>
          <FetchTasks />
        </div>
      )}
      <ul class="cards">
        {tasks?.map((task) => (
          <li key={task.consultationId}>
            <TaskCard task={task} />
          </li>
        ))}
      </ul>
      <NoticeList only={calmNotices} />
    </Screen>
  )
}

function TaskCard({ task }: { task: TaskOnDevice }) {
  const { tasks: words, stageNames, colon } = useWords()
  const { rightNow } = useTimes()
  const isOpen = rightNow() >= task.opensAt
  const to = { screen: 'task', consultationId: task.consultationId } as const
  const stage = stageNames[task.draft.stage as keyof typeof stageNames] ?? task.draft.stage
  return (
    <div class="card">
      <p class="soft">{stage}</p>
      <h2 lang="zh-CN">
        <Link to={to}>{task.bill.title}</Link>
      </h2>
      <DueClock dueOn={task.dueOn} opensAt={task.opensAt} />
      <DraftOnDevice task={task} />
      {task.note && (
        <p class="note" lang="zh-CN">
          <b>{words.home.asksYou}</b>
          {task.note}
        </p>
      )}
      <Link
        to={to}
        class={isOpen ? 'button' : 'button quiet'}
        label={isOpen ? words.home.task(task.bill.title) : `${words.home.look}${colon}${task.bill.title}`}
      >
        {isOpen ? words.home.open : words.home.look}
      </Link>
    </div>
  )
}

/** Recovery is asked for, record by record, with what stands in it. */
function Unfinished({ records }: { records: readonly StoredOpinion[] }) {
  const { collector } = useCollecting()
  const { home } = useWords().tasks
  const { moment } = useTimes()
  return (
    <section class="unfinished">
      <h2>{home.unfinishedTitle(records.length)}</h2>
      <p>{home.unfinishedHelp}</p>
      <ul class="plain">
        {records.map(({ id, content, savedAt }) => (
          <li key={id}>
            <p class="quoted clip">{content.verbatim.trim() || home.noWords}</p>
            <p class="soft">{moment(savedAt)}</p>
            <div class="buttons">
              <Link to={{ screen: 'opinion', opinionId: id }} class="button quiet">
                {home.restore}
              </Link>
              <Sure
                button={home.discard}
                ask={home.discardAsk}
                sure={home.discardSure}
                keep={home.keep}
                onSure={() => void collector.discardOpinion(id)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
