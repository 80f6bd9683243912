import * as z from 'zod'
import type { LetterFate } from '#core/mail/mail-ports.ts'
import { letterTag } from './ses-mail.ts'

/** What of an SES event on EventBridge tells the fate of a letter; the addresses in it are not read. */
const SesEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
    bounce: z.object({ bounceType: z.string() }).optional(),
  }),
})

/**
 * Reads an event (SES Developer Guide, "Examples of event data"): which letter, and whether it left or never arrives. A
 * bounce that passes, such as a full mailbox, says nothing yet. `undefined`: nothing to be noted.
 */
export function letterEvent(event: unknown): { key: string; fate: LetterFate } | undefined {
  const { eventType, mail, bounce } = SesEvent.parse(event).detail
  const [key] = mail.tags[letterTag] ?? []
  if (key === undefined) return undefined
  if (eventType === 'Send' || eventType === 'Delivery') return { key, fate: 'left' }
  const isForGood = eventType === 'Bounce' ? bounce?.bounceType === 'Permanent' : false
  if (isForGood || eventType === 'Complaint' || eventType === 'Reject') return { key, fate: 'failed' }
  return undefined
}
