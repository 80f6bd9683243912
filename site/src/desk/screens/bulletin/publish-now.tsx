import type { BulletinJobs } from '#contract/bulletin-api.ts'
import type { OfficeConsultation, Readiness } from '#contract/office-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { type Trouble, troubleOf } from '../../api/trouble.ts'
import { isUnderWay } from '../../parts/bulletin-jobs.ts'
import type { Writing } from '../../parts/bulletin-writing.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { type Loaded, useDoing } from '../../parts/loading.ts'
import { BulletinJob } from './bulletin-job.tsx'

/** Publishes what is kept, after asking once; an opinion that is still on its way is said to be, and waited for (R3). */
export function PublishNow(props: {
  held: OfficeConsultation
  isReady: boolean
  writing: Writing
  /** A long one is published by a worker, while somebody may look on. */
  jobs: Loaded<BulletinJobs>
  /** A colleague corrected a match meanwhile, and reasons are owed again (R6). */
  onOwing: () => void
  onPublished: (edition: number) => void
}) {
  const words = useWords()
  const { deciding, bulletin } = words
  const { consultation, state } = props.held
  const { writing } = props
  const doing = useDoing()
  const [asking, setAsking] = useState(false)
  const [waiting, setWaiting] = useState(0)
  const owesReason = state === 'answered' && writing.value.correction.trim() === ''
  const publish = () =>
    doing.run(async () => {
      setWaiting(0)
      const rev = await writing.keep()
      // Somebody wrote meanwhile: what is published must have been looked at.
      if (rev === undefined) return setAsking(false)
      try {
        const published = await office.publish(consultation.id, rev)
        setAsking(false)
        if ('kind' in published) props.jobs.reload()
        else props.onPublished(published.edition)
      } catch (thrown) {
        const trouble = troubleOf(thrown)
        if (trouble.problem?.code === 'causes-missing') props.onOwing()
        const left = waitingIn(trouble)
        if (left === 0) throw thrown
        setWaiting(left)
      }
    })
  const job = props.jobs.data?.publish
  const isMoving = isUnderWay(job)
  useEnd(isMoving, () => {
    if (job?.edition !== undefined) props.onPublished(job.edition)
    else props.onOwing()
  })
  if (isMoving)
    return (
      <section class="form">
        <BulletinJob job={job} />
      </section>
    )
  return (
    <section class="form">
      <p class="public say-public">{deciding.publishSay}</p>
      <p class="soft">{bulletin.seenFirst}</p>
      {owesReason && props.isReady && <p role="status">{bulletin.correctionNeeded}</p>}
      {waiting > 0 && <p role="status">{bulletin.waiting(waiting)}</p>}
      <TroubleBox trouble={doing.trouble ?? props.jobs.trouble} />
      <BulletinJob job={job} />
      <div class="buttons">
        {asking ? (
          <>
            <Button onPress={publish} busy={doing.busy} busyWords={deciding.publishing}>
              {deciding.publishSure}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </>
        ) : (
          <Button
            onPress={() => setAsking(true)}
            disabled={!props.isReady || owesReason || writing.clashes.length > 0}
          >
            {deciding.publish}
          </Button>
        )}
        {!props.isReady && <span class="soft">{deciding.notReady}</span>}
      </div>
    </section>
  )
}

/** Once what was under way is over. */
function useEnd(isMoving: boolean, onEnd: () => void): void {
  const was = useRef(isMoving)
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (was.current && !isMoving) end.current()
    was.current = isMoving
  }, [isMoving])
}

/** How many opinions a refused publication waits for. */
function waitingIn({ problem }: Trouble): number {
  if (problem?.code !== 'publication-incomplete') return 0
  const readiness = problem.facts['readiness'] as Pick<Readiness, 'waiting'> | undefined
  return readiness?.waiting ?? 0
}
