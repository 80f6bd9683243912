import type { TaskOnDevice } from '../engine/collector.ts'
import { useTimes } from './clock.tsx'
import { FetchTasks } from './fetch-tasks.tsx'
import { useWords } from './language.tsx'

/** Whether this draft works in flight mode, as of which day, and whether there is a newer one. */
export function DraftOnDevice({ task }: { task: TaskOnDevice }) {
  const { tasks: words } = useWords()
  const { day } = useTimes()
  return (
    <>
      {task.savedAt === undefined ? (
        <div class="ask">
          <p>
            <b>{words.notOffline}</b> {words.notOfflineHelp}
          </p>
          <FetchTasks name={words.fetchDraft} />
        </div>
      ) : (
        <p class="ready">
          <b>{words.offlineReady}</b> <span class="soft">{words.draftSaved(day(task.savedAt))}</span>
        </p>
      )}
      {task.newerDraft && (
        <div class="ask">
          <p>
            <b>{words.newerDraft}</b> {words.newerDraftHelp}
          </p>
          {task.savedAt !== undefined && <FetchTasks name={words.fetchDraft} />}
        </div>
      )}
    </>
  )
}
