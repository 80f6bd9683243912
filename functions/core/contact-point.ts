import * as z from 'zod'
import { ContactPointId, StationId } from './ids.ts'
import { CalendarDate } from './time.ts'

/** A collecting station 信息采集站点 under a contact point. It is closed, never removed: opinions name it. */
export const Station = z.strictObject({
  id: StationId,
  name: z.string().min(1).max(80),
  area: z.string().max(60),
  /** Nothing new is collected there from this day on. */
  closedOn: CalendarDate.optional(),
})
export type Station = z.infer<typeof Station>

/** A grassroots legislative contact point 基层立法联系点. 人大 and 政府 run separate networks. */
export const ContactPoint = z.strictObject({
  id: ContactPointId,
  name: z.string().min(1).max(80),
  owner: z.enum(['npc', 'government']),
  tier: z.enum(['national', 'provincial', 'municipal', 'district']),
  area: z.string().max(60),
  address: z.string().max(200),
  phone: z.string().max(40),
  openingHours: z.string().max(120),
  stations: z.array(Station).max(200),
  rev: z.int(),
})
export type ContactPoint = z.infer<typeof ContactPoint>
