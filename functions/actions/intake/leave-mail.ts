import type { MailLeft } from '#contract/mail-api.ts'
import { mailCodeHash, parseMailCode } from '#core/mail/mail-code.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'

/**
 * Ends all letters to one address in one consultation and forgets the address. As often as one likes, also after the
 * letter was sent, when nothing is kept any more. Refuses `mail-code-not-valid`.
 */
export async function leaveMail(
  deps: Pick<Deps, 'answerMails'>,
  codeText: string,
  now: Instant,
): Promise<MailLeft> {
  const code = parseMailCode(codeText)
  const leave = code && (await deps.answerMails.findLeave(mailCodeHash(code), now))
  if (leave === undefined) throw new PortalError('mail-code-not-valid')
  await deps.answerMails.erase(leave)
  return { state: 'left' }
}
