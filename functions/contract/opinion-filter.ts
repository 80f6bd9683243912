import * as z from 'zod'
import { outcomes } from '#core/decision.ts'
import { ContactPointId } from '#core/ids.ts'
import { changeTypes, channels, opinionFlags } from '#core/opinion.ts'
import { CalendarDate } from '#core/time.ts'

const flag = z.enum(['0', '1']).transform((held) => held === '1')

/**
 * Which opinions are meant: of a list, its counts, a table. Read from an address, so every value is a string and flags
 * are `1`; what is left out asks for nothing. All that is said must hold together.
 */
export const OpinionFilter = z.object({
  /** An article's id with everything below it, or `whole`; with `newest` one of the bill's newest draft, or `gone`. */
  article: z.string().min(1).max(80).optional(),
  channel: z.enum(channels).optional(),
  /** `direct`: what came to the legislature itself. */
  contactPoint: z.union([z.literal('direct'), ContactPointId]).optional(),
  /** The proponent's category and area, exactly as they are written; `none`: not said. */
  category: z.string().min(1).max(40).optional(),
  area: z.string().min(1).max(60).optional(),
  changeType: z.enum(changeTypes).optional(),
  /** First and last day of receipt, in the legislature's time zone. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  /** Without an outcome. */
  undecided: flag.optional(),
  /** With this outcome. */
  outcome: z.enum(outcomes).optional(),
  /** On articles that are assigned to whoever asks. */
  mine: flag.optional(),
  /** Those with this flag, or with `any`. */
  flag: z.enum(['any', ...opinionFlags]).optional(),
  /** By articles of the bill's newest draft, whatever draft the opinion was written against (R7). */
  newest: flag.optional(),
  /** Words that stand in 原话, 法言法语, 拟改文字 or 理由; words apart must all be there, in any letter case. */
  q: z.string().trim().min(1).max(80).optional(),
})
export type OpinionFilter = z.infer<typeof OpinionFilter>
