import * as z from 'zod'
import { OpinionId } from '#core/ids.ts'

/** `n`: its place in the log, by which people name it. */
const Named = z.strictObject({ id: OpinionId, n: z.int() })

/**
 * `GET /office/api/consultations/{id}/alike` — which of a contact point's own opinions are of the same kind, as a hint, and
 * which somebody should look at.
 */
export const AlikeOpinions = z.strictObject({
  groups: z.array(z.array(Named).min(2)),
  /** Those with versions that passed each other and that nobody has put together yet. */
  unsettled: z.array(Named),
})
export type AlikeOpinions = z.infer<typeof AlikeOpinions>
