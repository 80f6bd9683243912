import * as z from 'zod'
import { Instant } from '#core/time.ts'
import { languages } from './page-paths.ts'
import { limits } from './limits.ts'

/** `POST /api/answer-mail`: whoever holds a receipt leaves an address to be told of the answer. */
export const MailRequest = z.strictObject({
  receiptCode: z.string().max(60),
  address: z.string().max(limits.maxMailAddressChars),
  language: z.enum(languages).default('zh'),
})

/** 202: a letter with a code is on its way. The same whether or not the address is known already. */
export const MailAsked = z.strictObject({ confirmBefore: Instant })
export type MailAsked = z.infer<typeof MailAsked>

/** `POST /api/answer-mail/confirm`, `/leave`: the code as it stands in the letter. */
export const MailCodeQuestion = z.strictObject({ code: z.string().max(60) })

/** `waiting`: a letter comes with the answer; `answered`: it has come meanwhile, and nothing is kept. */
export const MailConfirmed = z.strictObject({ state: z.enum(['waiting', 'answered']) })
export type MailConfirmed = z.infer<typeof MailConfirmed>

/** The address is gone. */
export const MailLeft = z.strictObject({ state: z.literal('left') })
export type MailLeft = z.infer<typeof MailLeft>
