import * as z from 'zod'
import { ConsultationId, ContactPointId, MemberId } from './ids.ts'
import { CalendarDate, Instant } from './time.ts'

/** 征询任务: a consultation handed to a contact point, with its own due date. */
export const Task = z.strictObject({
  consultationId: ConsultationId,
  contactPointId: ContactPointId,
  dueOn: CalendarDate,
  note: z.string().max(1000),
  givenBy: MemberId,
  givenAt: Instant,
  rev: z.int(),
})
export type Task = z.infer<typeof Task>
