import * as z from 'zod'
import { BillId, DraftId, MemberId } from './ids.ts'
import { Provision } from './draft/provision.ts'
import { CalendarDate, Instant } from './time.ts'

/** 征求意见稿、一审稿、二次审议稿、三次审议稿、表决稿、公布稿, in the order a bill lives through them. */
export const draftStages = [
  'consultation',
  'firstReading',
  'secondReading',
  'thirdReading',
  'votingText',
  'enacted',
] as const
export type DraftStage = (typeof draftStages)[number]

/** A bill 法规案. `summary` says in plain words what it is about and what it changes for people. */
export const Bill = z.strictObject({
  id: BillId,
  title: z.string().min(1).max(120),
  summary: z.string().max(600),
  createdAt: Instant,
  rev: z.int(),
})
export type Bill = z.infer<typeof Bill>

/** What the desk knows of a draft; its text is an object in the store (`contract/objects.ts`). Immutable once published (R8). */
export const DraftMeta = z.strictObject({
  id: DraftId,
  billId: BillId,
  stage: z.enum(draftStages),
  title: z.string().min(1).max(120),
  /** Date of the text, as the authority dates it. */
  datedOn: CalendarDate,
  articles: z.int(),
  /** base64url SHA-256 of the draft's JSON. */
  textHash: z.string(),
  importedBy: MemberId,
  importedAt: Instant,
  /** Set when the public may see it. */
  publishedAt: Instant.optional(),
  rev: z.int(),
})
export type DraftMeta = z.infer<typeof DraftMeta>

/** The text of a draft: what `parseDraft` made and a person accepted. */
export const DraftText = z.strictObject({
  id: DraftId,
  billId: BillId,
  stage: z.enum(draftStages),
  title: z.string(),
  enactmentNotes: z.array(z.string()),
  provisions: z.array(Provision),
})
export type DraftText = z.infer<typeof DraftText>
