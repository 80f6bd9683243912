import type { BulletinJobs } from '#contract/bulletin-api.ts'
import { useEffect } from 'preact/hooks'
import { office } from '../api/office.ts'
import { type Loaded, useLoaded } from './loading.ts'

/** Between two looks at jobs that are under way. */
const lookMs = 2000

/** What a worker does of a long bulletin, looked at again while it is under way; nothing of a short one. */
export function useBulletinJobs(consultationId: string, isLong: boolean): Loaded<BulletinJobs> {
  const loaded = useLoaded<BulletinJobs>(
    () => (isLong ? office.bulletinJobs(consultationId) : Promise.resolve({})),
    `bulletin jobs ${consultationId} ${isLong}`,
  )
  const { data, reload } = loaded
  const isMoving = [data?.preview, data?.publish].some((job) => isUnderWay(job))
  useEffect(() => {
    if (!isMoving) return undefined
    const timer = setInterval(reload, lookMs)
    return () => clearInterval(timer)
  }, [isMoving, reload])
  return loaded
}

/** Whether a worker has it, or soon will. */
export function isUnderWay(job: BulletinJobs['publish']): boolean {
  return job?.state === 'queued' || job?.state === 'running'
}
