import * as z from 'zod'
import { BillId, DraftId, MemberId, ProvisionId } from '../ids.ts'
import { Instant } from '../time.ts'

/** What became of an article between two drafts 条文沿革. */
export const lineageKinds = ['same', 'renumbered', 'edited', 'split', 'merged', 'removed', 'added'] as const
export type LineageKind = (typeof lineageKinds)[number]

const linked = {
  /** Articles of the older draft, in its order: none for `added`, several for `merged`, else one. */
  from: z.array(ProvisionId),
  /** Articles of the newer draft, in its order: none for `removed`, several for `split`, else one. */
  to: z.array(ProvisionId),
  kind: z.enum(lineageKinds),
  /** How much of the words went over, 0…1; 1 for the same words, 0 for `removed` and `added`. */
  score: z.number().min(0).max(1),
  /** The printed number changed. Kept apart from `kind`: an edited article is usually renumbered too. */
  numberChanged: z.boolean(),
  /** It stands before or behind others than it did. */
  moved: z.boolean(),
}

/**
 * One link of a lineage. `renumbered` is the same words under another number; any change of words is `edited`.
 * `correctedBy`, `correctedAt` and `was` stand on links a person set: who, when (UTC), and which links on the same
 * articles the correction replaced, oldest correction first, so that none is lost. A link whose own articles stand in
 * its `was` was computed so and confirmed.
 */
export const LineageLink = z.strictObject({
  ...linked,
  correctedBy: MemberId.optional(),
  correctedAt: Instant.optional(),
  was: z
    .array(z.strictObject({ ...linked, correctedBy: MemberId.optional(), correctedAt: Instant.optional() }))
    .optional(),
})
export type LineageLink = z.infer<typeof LineageLink>

/**
 * Which article of the older draft became which of the newer one. Every article of either draft stands in exactly
 * one link. `rev` 0: computed, and corrected by nobody yet.
 */
export const Lineage = z.strictObject({
  billId: BillId,
  fromDraftId: DraftId,
  toDraftId: DraftId,
  links: z.array(LineageLink),
  rev: z.int(),
})
export type Lineage = z.infer<typeof Lineage>

/** A person says which articles belong together; what became of them follows from their words. One side may be empty. */
export const LineageCorrection = z.strictObject({ from: z.array(ProvisionId), to: z.array(ProvisionId) })
export type LineageCorrection = z.infer<typeof LineageCorrection>
