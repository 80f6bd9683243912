import * as z from 'zod'
import { outcomes } from '../deciding/outcome.ts'
import { DraftId, ProvisionId } from '../ids.ts'
import { changeTypes, channels } from '../opinion.ts'

/** One answered opinion as the public reads it: masked, without names or receipt (R10). */
export const BulletinRow = z.strictObject({
  /** Place in the bulletin, 1… */
  row: z.int(),
  provisionId: ProvisionId.nullable(),
  /** 第二十四条 as printed in the draft asked about; '' for the draft as a whole. */
  provisionLabel: z.string(),
  changeType: z.enum(changeTypes),
  verbatim: z.string(),
  proposedText: z.string().optional(),
  channel: z.enum(channels),
  contactPointName: z.string().optional(),
  /** Category, area or group: 「河西村村民 12 人」. */
  proponent: z.string(),
  outcome: z.enum(outcomes),
  reason: z.string(),
  /** Where the words are now (R5). */
  resulting: z
    .strictObject({
      draftId: DraftId,
      provisionId: ProvisionId,
      provisionLabel: z.string(),
      quote: z.string(),
      /** Where the quote begins in `provisionWords` of the provision; missing: where it stands first. */
      start: z.int().optional(),
    })
    .optional(),
  /** 相同意见数 when it was published: current opinions of its kind, itself included. Editions of before have none. */
  sameCount: z.int().min(1).optional(),
})
export type BulletinRow = z.infer<typeof BulletinRow>
