import { Button } from '../../parts/button.tsx'
import { useCollecting, useDoing } from './collecting.tsx'
import { useWords } from './language.tsx'

/** Brings the tasks and their drafts to the device anew, and says so when it could not. */
export function FetchTasks(props: { name?: string }) {
  const { collector } = useCollecting()
  const own = useWords().access.device
  const doing = useDoing()
  const fetchThem = () =>
    doing.run(async () => {
      const answer = await collector.refreshKit()
      if (!answer.ok) throw new Error(answer.trouble)
    })
  return (
    <>
      <Button kind="quiet" onPress={fetchThem} busy={doing.busy} busyWords={own.refreshing}>
        {props.name ?? own.refresh}
      </Button>
      {doing.failed && (
        <p class="error" role="alert">
          {own.failed}
        </p>
      )}
    </>
  )
}
