import * as z from 'zod'
import { ResultingWords } from '#core/deciding/decision.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { MemberId } from '#core/ids.ts'
import { Instant } from '#core/time.ts'

const count = {
  opinions: z.int(),
  people: z.int(),
  /** Of the opinions. */
  decided: z.int(),
}

/** Opinions, the people behind them and how many are decided. */
export const OpinionCountShown = z.strictObject(count)
export type OpinionCountShown = z.infer<typeof OpinionCountShown>

const parts = z.array(z.strictObject({ ...count, key: z.string() }))
/** The largest parts of a long division, and what all others come to. */
const longParts = z.strictObject({
  parts,
  others: z.strictObject({ ...count, keys: z.int() }).optional(),
})

/**
 * `GET /office/api/consultations/{id}/opinion-counts?…` by `OpinionFilter` without words to search. Every division adds
 * up to `total` but `byFlag`. Keys: an article's id, `whole` or `gone`; `''`: of no contact point, not said, undecided.
 */
export const OfficeOpinionCounts = z.strictObject({
  known: z.int(),
  logged: z.int(),
  total: OpinionCountShown,
  byArticle: parts,
  byChannel: parts,
  byContactPoint: parts,
  byCategory: longParts,
  byArea: longParts,
  byChangeType: parts,
  byDay: parts,
  byOutcome: parts,
  byFlag: parts,
})
export type OfficeOpinionCounts = z.infer<typeof OfficeOpinionCounts>

/** `GET /office/api/consultations/{id}/assignments` 承办人: who answers which article, and whom one may ask. */
export const AssignmentList = z.strictObject({
  assignments: z.array(
    z.strictObject({
      article: z.string(),
      memberId: MemberId.optional(),
      memberName: z.string(),
      rev: z.int(),
    }),
  ),
  colleagues: z.array(z.strictObject({ id: MemberId, name: z.string() })),
})
export type AssignmentList = z.infer<typeof AssignmentList>

/** `PUT /office/api/consultations/{id}/assignments/{article}` with If-Match; without a member: nobody. */
export const AssignmentInput = z.strictObject({ memberId: MemberId.optional() })
export type AssignmentInput = z.infer<typeof AssignmentInput>

/**
 * `POST /office/api/consultations/{id}/joint-answers` 一并答复: one outcome and reason to every opinion of an article that
 * has no outcome, among those received when the list was read (`known` of its page). At most 1,000 a request; the same
 * `id` again is a repeat, a new one goes on with what is left.
 */
export const JointAnswerInput = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{7,63}$/),
  article: z.string().max(80),
  newest: z.boolean().optional(),
  known: z.int().min(0),
  outcome: z.enum(outcomes),
  reason: z.string().trim().min(1).max(2000),
  resulting: ResultingWords.optional(),
})
export type JointAnswerInput = z.infer<typeof JointAnswerInput>

/** `GET …/joint-answers`, newest first; and what `POST` and `POST …/{jointAnswerId}/undo` answer. */
export const JointAnswerShown = z.strictObject({
  id: z.string(),
  article: z.string(),
  outcome: z.enum(outcomes),
  reason: z.string(),
  /** Opinions it was written to; after `undo` those it was taken from. */
  count: z.int(),
  /** Undecided opinions of the article it has not reached yet. */
  left: z.int().optional(),
  /** After `undo`: opinions a colleague has answered anew since, which keep that answer. */
  kept: z.int().optional(),
  decidedAt: Instant,
  undoneAt: Instant.optional(),
})
export type JointAnswerShown = z.infer<typeof JointAnswerShown>

/** `GET …/joint-answers`, newest first. */
export const JointAnswerList = z.strictObject({ answers: z.array(JointAnswerShown) })
export type JointAnswerList = z.infer<typeof JointAnswerList>
