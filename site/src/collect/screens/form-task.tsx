import { useEffect } from 'preact/hooks'
import { Waiting } from '../../parts/waiting.tsx'
import { useCollecting, useHeld } from '../parts/collecting.tsx'
import { FetchTasks } from '../parts/fetch-tasks.tsx'
import { Link, Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { printRoute } from '../rules/collect-route.ts'
import { taskOfForm } from '../rules/task-of-form.ts'

/** Somebody scanned a printed form: its task opens, with or without a network; what stands in the way is said. */
export function FormTask(props: { billId: string; draftId?: string; pointId?: string }) {
  const words = useWords()
  const { form: own } = words.tasks
  const { collector } = useCollecting()
  const access = collector.access()
  const tasks = useHeld((held) => held.tasks(), 'tasks')
  const task = tasks && taskOfForm(tasks, props)
  const point = access.state === 'open' ? access.kit.contactPoint : undefined
  const isOthers = props.pointId !== undefined && props.pointId !== point?.id
  const goes = task !== undefined && !isOthers
  useEffect(() => {
    if (goes) location.replace(printRoute({ screen: 'task', consultationId: task.consultationId }))
  }, [goes])
  if (!tasks || goes) return <Waiting />
  const back = { to: { screen: 'home' }, name: words.nav.home } as const
  if (!task)
    return (
      <Screen title={own.title} back={back}>
        <p>{own.missing}</p>
        <FetchTasks />
      </Screen>
    )
  return (
    <Screen title={task.bill.title} kind={own.title} back={back}>
      <p class="ask">{own.others(point?.name ?? '')}</p>
      <div class="buttons">
        <Link to={{ screen: 'task', consultationId: task.consultationId }} class="button">
          {own.open}
        </Link>
      </div>
    </Screen>
  )
}
