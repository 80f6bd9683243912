import * as z from 'zod'
import { ConsultationId, OpinionId } from '../ids.ts'
import type { MailAddress } from './mail-address.ts'
import type { Keys } from '../ports.ts'
import { Instant } from '../time.ts'

/** Names one address in one consultation without telling which: an HMAC, base64url, 22 characters. */
export const AnswerMailId = z.string().length(22).brand<'AnswerMailId'>()
export type AnswerMailId = z.infer<typeof AnswerMailId>

const shared = {
  mailId: AnswerMailId,
  consultationId: ConsultationId,
  /** `actions/mail/sealed-address.ts`, bound to `mailId`. */
  sealedAddress: z.string(),
  language: z.enum(['zh', 'en']),
  /** The notice that was shown beside the field (R12). */
  noticeVersion: z.string().max(20),
  /** Epoch seconds after which it is gone; readers treat expired items as absent. */
  expiresAtSeconds: z.int(),
}

/** An address somebody typed and nobody has confirmed yet: it gets one letter, then nothing until its code comes back. */
export const AskedMail = z.strictObject({
  ...shared,
  /** Hash of the code in the letter (`mail-code.ts`). */
  codeHash: z.string().length(22),
  opinionId: OpinionId,
})
export type AskedMail = z.infer<typeof AskedMail>

/** A confirmed address waiting for the bulletin of one consultation: one item, however many opinions it asked about. */
export const AnswerMail = z.strictObject({
  ...shared,
  opinionIds: z.array(OpinionId).min(1).max(50),
  /** Until when whoever is handing its letter over may be at it; nobody else begins before. */
  sendingUntil: Instant.optional(),
  rev: z.int(),
})
export type AnswerMail = z.infer<typeof AnswerMail>

/** So many opinions one address can wait for in a consultation; more are answered on their receipts. */
export const maxOpinionsOfMail = 50

/** The same address typed in capitals is the same address. */
export function answerMailId(
  keys: Pick<Keys, 'hmac'>,
  consultationId: ConsultationId,
  address: MailAddress,
): AnswerMailId {
  const drawn = keys.hmac(`kaimen mail v1\0${consultationId}\0${address.toLowerCase()}`)
  return AnswerMailId.parse(Buffer.from(drawn).subarray(0, 16).toString('base64url'))
}
