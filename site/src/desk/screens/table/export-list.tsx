import type { OfficeExport, OfficeExportList } from '#contract/export-api.ts'
import { useEffect } from 'preact/hooks'
import { tableApi } from '../../api/table.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing, type Loaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { fileSize } from '../../rules/file-size.ts'
import { localMoment } from '../../rules/local-time.ts'

/** Between two looks at jobs that are under way. */
const lookMs = 2000

/** Links are good for a day: a page left open asks for new ones long before somebody presses an old one. */
const renewMs = 30 * 60_000

/** Tables written in the background: how far they are, and the finished ones waiting to be fetched. */
export function ExportList(props: { consultationId: string; loaded: Loaded<OfficeExportList> }) {
  const { table } = useWords()
  const { data, reload, trouble } = props.loaded
  const jobs = data?.exports ?? []
  const isMoving = jobs.some(({ state }) => state === 'queued' || state === 'running')
  useEffect(() => {
    const timer = setInterval(reload, isMoving ? lookMs : renewMs)
    // Timers stand still while a computer sleeps.
    const onSight = () => document.visibilityState === 'visible' && reload()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [isMoving, reload])
  if (jobs.length === 0) return <TroubleBox trouble={trouble} onRetry={reload} />
  return (
    <section>
      <h2>{table.jobs}</h2>
      <TroubleBox trouble={trouble} onRetry={reload} />
      <ul class="export-list">
        {jobs.map((job) => (
          <Job key={job.id} job={job} consultationId={props.consultationId} onChanged={reload} />
        ))}
      </ul>
    </section>
  )
}

function Job(props: { job: OfficeExport; consultationId: string; onChanged: () => void }) {
  const { table } = useWords()
  const { offset } = useSession()
  const { job } = props
  const doing = useDoing()
  const restart = () =>
    doing.run(async () => {
      await tableApi.restartExport(props.consultationId, job.id)
      props.onChanged()
    })
  return (
    <li class={`export ${job.state}`}>
      <p class="export-head">
        <b>{table.formats[job.format].name}</b>
        <span>
          {table.editions[job.edition]}
          {Object.keys(job.filter).length > 0 && ` · ${table.filtered}`}
        </span>
        <span class="export-state">{table.states[job.state]}</span>
        <span class="soft">{table.askedBy(job.requestedBy, localMoment(job.requestedAt, offset))}</span>
      </p>
      {(job.state === 'queued' || job.state === 'running') && <Progress job={job} />}
      {job.failure && <p>{table.failures[job.failure]}</p>}
      {job.state === 'expired' && <p class="soft">{table.expiredSay}</p>}
      <TroubleBox trouble={doing.trouble} />
      {job.state === 'failed' && (
        <Button onPress={restart} busy={doing.busy} kind="quiet">
          {table.restart}
        </Button>
      )}
      {job.state === 'ready' && <Files job={job} />}
    </li>
  )
}

function Progress(props: { job: OfficeExport }) {
  const { table } = useWords()
  const { state, phase, done, of, attempts } = props.job
  const said = of === 0 ? table.states[state] : table[phase](done, of)
  return (
    <p class="export-progress">
      <progress max={Math.max(of, 1)} value={state === 'queued' ? 0 : done} aria-label={said} />
      <span>{said}</span>
      {attempts > 1 && <span class="soft">{table.again(attempts)}</span>}
    </p>
  )
}

function Files(props: { job: OfficeExport }) {
  const { table } = useWords()
  const { offset } = useSession()
  const { job } = props
  return (
    <ul class="export-files">
      {job.files.map((file) => (
        <li key={file.name}>
          <a href={file.href} download>
            {file.name}
          </a>{' '}
          <span class="soft">{table.fileLine(file.rows, fileSize(file.bytes))}</span>
        </li>
      ))}
      <li class="soft">
        {job.manifest && (
          <a href={job.manifest.href} download>
            {table.manifest}
          </a>
        )}
        {job.expiresAt && <span> · {table.until(localMoment(job.expiresAt, offset))}</span>}
      </li>
    </ul>
  )
}
