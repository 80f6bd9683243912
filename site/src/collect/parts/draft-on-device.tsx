import type { TaskOnDevice } from '../engine/collector.ts'
import { useTimes } from './clock.tsx'
import { useCollecting, useDoing } from './collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { useWords } from './language.tsx'

/** Whether this draft works in flight mode, as of which day, and whether there is a newer one. */
export function DraftOnDevice({ task }: { task: TaskOnDevice }) {
  const { collector } = useCollecting()
  const words = useWords()
  const { day } = useTimes()
  const doing = useDoing()
  const fetchIt = (
    <Button
      kind="quiet"
      busy={doing.busy}
      busyWords={words.access.device.refreshing}
      onPress={() =>
        doing.run(async () => {
          const answer = await collector.refreshKit()
          if (!answer.ok) throw new Error(answer.trouble)
        })
      }
    >
      {words.tasks.fetchDraft}
    </Button>
  )
  return (
    <>
      {task.savedAt === undefined ? (
        <div class="ask">
          <p>
            <b>{words.tasks.notOffline}</b> {words.tasks.notOfflineHelp}
          </p>
          {fetchIt}
        </div>
      ) : (
        <p class="ready">
          <b>{words.tasks.offlineReady}</b>{' '}
          <span class="soft">{words.tasks.draftSaved(day(task.savedAt))}</span>
        </p>
      )}
      {task.newerDraft && (
        <div class="ask">
          <p>
            <b>{words.tasks.newerDraft}</b> {words.tasks.newerDraftHelp}
          </p>
          {task.savedAt !== undefined && fetchIt}
        </div>
      )}
      {doing.failed && (
        <p class="error" role="alert">
          {words.access.device.failed}
        </p>
      )}
    </>
  )
}
