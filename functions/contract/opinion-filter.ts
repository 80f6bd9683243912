import * as z from 'zod'
import { outcomes } from '#core/deciding/outcome.ts'
import { ContactPointId, OpinionId } from '#core/ids.ts'
import { changeTypes, channels } from '#core/opinion.ts'
import { CalendarDate } from '#core/time.ts'

const flag = z
  .enum(['0', '1'])
  .transform((value) => value === '1')
  .optional()

/**
 * Which opinions are meant, as the address says it: the list of them and the table of them understand the same names.
 * All that is said must hold together.
 */
export const OpinionFilterQuery = z.object({
  /** An article's id with everything below it, or `whole`; with `newest` one of the bill's newest draft, or `gone`. */
  article: z.string().max(80).optional(),
  channel: z.enum(channels).optional(),
  /** `direct`: what came to the legislature itself. */
  contactPoint: z.union([z.literal('direct'), ContactPointId]).optional(),
  /** The proponent's category and area exactly as written; `none`: not said. */
  category: z.string().max(40).optional(),
  area: z.string().max(60).optional(),
  changeType: z.enum(changeTypes).optional(),
  /** First and last day of receipt, in the legislature's time zone. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  /** Without an outcome. */
  undecided: flag,
  /** With this outcome. */
  outcome: z.enum(outcomes).optional(),
  /** Something to know about it was noticed. */
  flagged: flag,
  /** On articles that are assigned to whoever asks. */
  mine: flag,
  /** By articles of the bill's newest draft, whatever draft the opinion was written against (R7). */
  newest: flag,
  /** Words in 原话, 法言法语, 拟改文字 or 理由; words apart must all be there, in any letter case. 第 77 号 is that opinion. */
  q: z.string().trim().max(80).optional(),
})
/** Everything empty means all opinions. */
export type OpinionFilterFields = z.infer<typeof OpinionFilterQuery>

/** What a list asks besides. */
export const OpinionListQuery = OpinionFilterQuery.extend({
  /** Article by article as the draft has them, or as they came (so does what is searched). */
  order: z.enum(['draft', 'log']).optional(),
  /** Where the last page ended; `at`: the page begins with this opinion instead. */
  cursor: z.string().max(200).optional(),
  at: OpinionId.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export type OpinionListQuery = z.infer<typeof OpinionListQuery>
