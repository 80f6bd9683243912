import * as z from 'zod'
import { DraftMeta, DraftText } from '#core/bill.ts'
import { Bulletin, BulletinSection } from '#core/bulletin/bulletin.ts'
import { BulletinJob } from '#core/bulletin/bulletin-job.ts'
import { BulletinDraft } from '#core/bulletin/bulletin-draft.ts'
import { Edition } from '#core/bulletin/long-bulletin.ts'
import { Instant } from '#core/time.ts'

/**
 * `GET /office/api/consultations/{id}/bulletin` — the bulletin as it is being written, with the system's words beside.
 * `PUT` with a BulletinWriting and If-Match (`"0"`: none yet) answers the BulletinDraft as stored; 412 when a colleague saved meanwhile.
 */
export const OfficeBulletin = z.strictObject({
  /** What people wrote so far; missing: nothing. */
  draft: BulletinDraft.omit({ consultationId: true }).extend({ editedByName: z.string() }).optional(),
  /** The words where nobody wrote any. */
  suggested: z.strictObject({ head: z.string(), sections: z.array(BulletinSection) }),
  /** The edition that would be published next. */
  nextEdition: z.int(),
  /** It is a long one: previewed and published by a worker (`bulletin/jobs`). */
  long: z.boolean(),
  /** Published ones, oldest first. */
  editions: z.array(
    z.strictObject({ edition: z.int(), publishedAt: Instant, correction: z.string().optional() }),
  ),
})
export type OfficeBulletin = z.infer<typeof OfficeBulletin>

/**
 * `GET /office/api/consultations/{id}/bulletin/preview` — the bulletin as it would be published now, of the opinions
 * that are decided, and the texts its answers point into. `GET …/bulletin/bulletin.docx` is the same in Word. Of a long
 * edition it is what the newest finished job of `POST …/bulletin/preview` made; 404 `not-found` before there is one.
 */
export const BulletinPreview = z.strictObject({
  bulletin: Edition,
  /** Opinions without an outcome, which are not in it. */
  undecided: z.int(),
  /** The newest published edition, which this one would correct. */
  earlier: Edition.optional(),
  asked: DraftText,
  later: z.array(z.strictObject({ meta: DraftMeta, text: DraftText })),
})
export type BulletinPreview = z.infer<typeof BulletinPreview>

/**
 * What a worker does of a long bulletin. `POST …/bulletin/preview` and, for a long edition, `POST …/publish` answer 202
 * with one; asked for again while it is under way they answer the same. `failure`: the code of the problem that ended
 * it, `worker-lost` or `unexpected`; asking again begins anew.
 */
export const OfficeBulletinJob = BulletinJob.pick({
  kind: true,
  requestedAt: true,
  state: true,
  phase: true,
  done: true,
  of: true,
  attempts: true,
  finishedAt: true,
  failure: true,
}).extend({ requestedBy: z.string(), edition: z.int().optional() })
export type OfficeBulletinJob = z.infer<typeof OfficeBulletinJob>

/** `GET /office/api/consultations/{id}/bulletin/jobs` — the newest of each kind. */
export const BulletinJobs = z.strictObject({
  preview: OfficeBulletinJob.optional(),
  publish: OfficeBulletinJob.optional(),
})
export type BulletinJobs = z.infer<typeof BulletinJobs>

/** What `POST …/publish` answers: the edition (201), or the job that publishes a long one (202). */
export const Publication = z.union([Bulletin, OfficeBulletinJob])
