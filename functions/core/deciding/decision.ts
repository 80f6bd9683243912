import * as z from 'zod'
import { ConsultationId, DraftId, MemberId, OpinionId, ProvisionId } from '../ids.ts'
import { Instant } from '../time.ts'
import { outcomes } from './outcome.ts'

/**
 * Where the words are that an opinion became (R5). `quote` missing: the provision as a whole. `start`: where the quote
 * begins, in UTF-16 units of `provisionWords` of that provision; missing where words came without a place (a table
 * from Excel, decisions of old), and then the first place they stand at is meant.
 */
export const ResultingWords = z.strictObject({
  draftId: DraftId,
  provisionId: ProvisionId,
  quote: z.string().max(2000).optional(),
  start: z.int().min(0).optional(),
})
export type ResultingWords = z.infer<typeof ResultingWords>

/** What the legislature decided on one opinion 采纳情况. `rev` counts every change of it; an opinion has at most one (R3). */
export const Decision = z.strictObject({
  consultationId: ConsultationId,
  opinionId: OpinionId,
  outcome: z.enum(outcomes).optional(),
  /** 初步处理意见, internal. */
  proposal: z.string().max(2000).optional(),
  /** Plain words for the public (R4). */
  reason: z.string().max(2000).optional(),
  resulting: ResultingWords.optional(),
  /** 承办人, internal. */
  responsible: z.string().max(40).optional(),
  /** 备注, internal. */
  note: z.string().max(2000).optional(),
  decidedBy: MemberId,
  decidedAt: Instant,
  rev: z.int(),
})
export type Decision = z.infer<typeof Decision>

/** What still keeps a decision from being published. */
export const decisionGapCodes = [
  'no-outcome',
  'no-reason',
  'no-resulting-words',
  'words-not-in-draft',
] as const
export type DecisionGap = (typeof decisionGapCodes)[number]
