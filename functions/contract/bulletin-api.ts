import * as z from 'zod'
import { DraftMeta, DraftText } from '#core/bill.ts'
import { Bulletin, BulletinSection } from '#core/bulletin.ts'
import { BulletinDraft } from '#core/bulletin-draft.ts'
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
  nextEdition: z.number().int(),
  /** Published ones, oldest first. */
  editions: z.array(
    z.strictObject({ edition: z.number().int(), publishedAt: Instant, correction: z.string().optional() }),
  ),
})
export type OfficeBulletin = z.infer<typeof OfficeBulletin>

/**
 * `GET /office/api/consultations/{id}/bulletin/preview` — the bulletin as it would be published now, of the opinions
 * that are decided, and the texts its answers point into. `GET …/bulletin/bulletin.docx` is the same in Word.
 */
export const BulletinPreview = z.strictObject({
  bulletin: Bulletin,
  /** Opinions without an outcome, which are not in it. */
  undecided: z.number().int(),
  /** The newest published edition, which this one would correct. */
  earlier: Bulletin.optional(),
  asked: DraftText,
  later: z.array(z.strictObject({ meta: DraftMeta, text: DraftText })),
})
export type BulletinPreview = z.infer<typeof BulletinPreview>
