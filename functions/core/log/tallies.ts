import * as z from 'zod'

const counts = z.record(z.string(), z.int())

/**
 * Counts of a consultation, a fold over its log kept in the same commit as the log's head: exact by
 * construction. A correction moves its opinion's counts, so every number is of current opinions;
 * `received` counts them, `entries` counts every entry ever logged.
 */
export const Tallies = z.strictObject({
  entries: z.int(),
  received: z.int(),
  /** People: a group counts its headcount. */
  people: z.int(),
  late: z.int(),
  byChannel: counts,
  byContactPoint: counts,
  /** By article id; `''` is the draft as a whole. */
  byArticle: counts,
  byChangeType: counts,
  /** By calendar date of receipt. */
  byDay: counts,
})
export type Tallies = z.infer<typeof Tallies>

/** A consultation nobody has answered yet. */
export const noTallies: Tallies = {
  entries: 0,
  received: 0,
  people: 0,
  late: 0,
  byChannel: {},
  byContactPoint: {},
  byArticle: {},
  byChangeType: {},
  byDay: {},
}
