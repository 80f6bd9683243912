import * as z from 'zod'
import { ConsultationId, MemberId } from '../ids.ts'
import { leasedJobFields } from '../leased-job.ts'
import { Instant } from '../time.ts'

/** What is done of a long bulletin while nobody waits: how it would look now, or a publication. */
export const bulletinJobKinds = ['preview', 'publish'] as const
export type BulletinJobKind = (typeof bulletinJobKinds)[number]

/** One job a kind and consultation: the newest. Another one takes its place when it is over. */
export const BulletinJob = z.strictObject({
  /** Made anew each time it is asked for. */
  id: z.string(),
  consultationId: ConsultationId,
  kind: z.enum(bulletinJobKinds),
  /** What was asked to be published, as `PublishInput`. */
  input: z.strictObject({
    draftRev: z.int().optional(),
    head: z.string().optional(),
    correction: z.string().optional(),
  }),
  requestedBy: MemberId,
  requestedByName: z.string(),
  requestedAt: Instant,
  ...leasedJobFields,
  /** Code of the refusal that ended it, `worker-lost` or `unexpected`. */
  failure: z.string().optional(),
  /** Of a finished publication. */
  edition: z.int().optional(),
  /** Of a finished preview: where it is. */
  previewKey: z.string().optional(),
})
export type BulletinJob = z.infer<typeof BulletinJob>

/** What names a job. */
export type BulletinJobName = Pick<BulletinJob, 'consultationId' | 'kind'>

/** Jobs of long bulletins, as the desk knows them. */
export interface BulletinJobs {
  find(name: BulletinJobName): Promise<BulletinJob | undefined>
  put(job: BulletinJob, readRev: number): Promise<BulletinJob>
}

/** Whoever does them: another process, or this one later. Asking twice is free of effect. */
export interface BulletinWorker {
  start(name: BulletinJobName): Promise<void>
}
