import * as z from 'zod'
import { bulletinSectionKinds, type BulletinSection, hasEverySection } from './bulletin.ts'
import { ConsultationId, MemberId } from '../ids.ts'
import { Instant } from '../time.ts'

/** What people wrote of a bulletin that is not published yet; what they left alone follows the system's words. */
export const BulletinWriting = z.strictObject({
  /** Opening paragraph; missing: the system's, following the counts. */
  head: z.string().max(4000).optional(),
  /** Every part once, in the order of the page; `words` missing: the system's. */
  sections: z
    .array(z.strictObject({ kind: z.enum(bulletinSectionKinds), words: z.string().max(4000).optional() }))
    .refine(hasEverySection),
  /** Why the edition corrects the published one, `''` while nobody has said. */
  correction: z.string().max(1000),
})
export type BulletinWriting = z.infer<typeof BulletinWriting>

/** The same as kept at the desk, for everybody there. */
export const BulletinDraft = BulletinWriting.extend({
  consultationId: ConsultationId,
  /** The edition it is written for: what is said of a correction does not outlive that edition. */
  edition: z.int().min(1),
  editedBy: MemberId,
  editedAt: Instant,
  rev: z.int(),
})
export type BulletinDraft = z.infer<typeof BulletinDraft>

/** The words a bulletin says: people's own where they wrote any, else the system's. */
export function writtenBulletin(
  writing: BulletinWriting | undefined,
  suggested: { head: string; sections: readonly BulletinSection[] },
): { head: string; sections: BulletinSection[] } {
  const wordsOf = new Map(suggested.sections.map(({ kind, words }) => [kind, words]))
  const sections = writing?.sections ?? suggested.sections
  return {
    head: writing?.head?.trim() || suggested.head,
    sections: sections.map(({ kind, words }) => ({ kind, words: (words ?? wordsOf.get(kind) ?? '').trim() })),
  }
}
