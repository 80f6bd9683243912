import * as z from 'zod'
import { ContactPointId } from '#core/ids.ts'
import { changeTypes, channels } from '#core/opinion.ts'

const flag = z
  .enum(['0', '1'])
  .transform((value) => value === '1')
  .optional()

/**
 * Which opinions are meant, as the address says it: the list of them and the table of them understand the same names.
 * `article`: an article's id with everything below it, or `whole`; with `newest` an article of the bill's newest draft,
 * or `gone`, whatever draft the opinion was written against (R7). `flagged`: something to know about it was noticed.
 */
export const OpinionFilterQuery = z.object({
  article: z.string().max(80).optional(),
  channel: z.enum(channels).optional(),
  contactPoint: ContactPointId.optional(),
  changeType: z.enum(changeTypes).optional(),
  undecided: flag,
  flagged: flag,
  newest: flag,
})
/** Everything empty means all opinions. */
export type OpinionFilterFields = z.infer<typeof OpinionFilterQuery>
