import * as z from 'zod'
import { OpinionId } from '#core/ids.ts'

/**
 * `GET /office/api/consultations/{id}/alike` — which of a contact point's own opinions are of the same kind, as a hint.
 * `n`: its place in the log, by which people name it.
 */
export const AlikeOpinions = z.strictObject({
  groups: z.array(z.array(z.strictObject({ id: OpinionId, n: z.number().int() })).min(2)),
})
export type AlikeOpinions = z.infer<typeof AlikeOpinions>
