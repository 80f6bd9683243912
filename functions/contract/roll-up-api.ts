import * as z from 'zod'
import { outcomes } from '#core/deciding/outcome.ts'
import { ContactPoint } from '#core/contact-point.ts'
import { ConsultationId, ContactPointId } from '#core/ids.ts'
import { channels } from '#core/opinion.ts'
import { OfficeConsultation } from './office-api.ts'

const count = { received: z.int(), people: z.int(), late: z.int() }

/** Current opinions, the people behind them, and those that were late (R14). */
export const RolledCount = z.strictObject(count)
export type RolledCount = z.infer<typeof RolledCount>

/** One contact point in one consultation. The parts of each division add up to `received` and `people`. */
export const RolledPoint = z.strictObject({
  ...count,
  contactPointId: ContactPointId,
  name: z.string(),
  owner: ContactPoint.shape.owner,
  tier: ContactPoint.shape.tier,
  byChannel: z.array(z.strictObject({ ...count, channel: z.enum(channels) })),
  /** Closed ones and those without an opinion too; `id` `''`: at no station. */
  stations: z.array(z.strictObject({ ...count, id: z.string(), name: z.string(), closed: z.boolean() })),
  collectors: z.array(z.strictObject({ ...count, name: z.string() })),
  /** Sessions held and everybody who came, once any is on record. */
  sessions: z.strictObject({ held: z.int(), headcount: z.int() }).optional(),
  /** Once the bulletin is published: how many of its opinions it answers, and with what. Never one without the other. */
  answered: z.strictObject({ of: z.int(), byOutcome: z.record(z.enum(outcomes), z.int()) }).optional(),
})
export type RolledPoint = z.infer<typeof RolledPoint>

/**
 * `GET /office/api/roll-up?consultation=…` — city → owner → contact point → station → collector. Without a consultation,
 * all that were announced. A contact point sees its own row only, and no totals of others.
 */
export const RollUpAnswer = z.strictObject({
  consultations: z.array(
    z.strictObject({
      id: ConsultationId,
      billTitle: z.string(),
      state: OfficeConsultation.shape.state,
      total: RolledCount.optional(),
      /** What came to the legislature itself. */
      direct: RolledCount.optional(),
      points: z.array(RolledPoint),
    }),
  ),
})
export type RollUpAnswer = z.infer<typeof RollUpAnswer>
