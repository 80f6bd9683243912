import type { MailConfirmed } from '#contract/mail-api.ts'
import { limits } from '#contract/limits.ts'
import { maxOpinionsOfMail, type AnswerMail, type AskedMail } from '#core/mail/answer-mail.ts'
import { mailCodeHash, parseMailCode } from '#core/mail/mail-code.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { leaveCodeOf } from './answer-letters.ts'

type ConfirmDeps = Pick<Deps, 'answerMails' | 'consultations' | 'keys' | 'publishedAnswers'>

const attempts = 5

/**
 * Confirms an address with the code of its letter: from now on it waits for the answer. As often as one likes until the
 * code expires. When the answer has come meanwhile nothing is kept. Refuses `mail-code-not-valid`.
 */
export async function confirmMail(deps: ConfirmDeps, codeText: string, now: Instant): Promise<MailConfirmed> {
  const code = parseMailCode(codeText)
  const asked = code && (await deps.answerMails.findAsked(mailCodeHash(code), now))
  if (asked === undefined) throw new PortalError('mail-code-not-valid')
  const { consultationId, opinionId } = asked
  if ((await deps.publishedAnswers.find(consultationId, opinionId)) !== undefined) {
    await deps.answerMails.eraseAsked(asked.codeHash)
    return { state: 'answered' }
  }
  const { closesAt } = await deps.consultations.get(consultationId)
  const expiresAtSeconds = Math.floor(Date.parse(closesAt) / 1000) + limits.contactDaysAfterClose * 86_400
  const mail = await join(deps, asked, expiresAtSeconds, now)
  const leave = mailCodeHash(leaveCodeOf(deps.keys, mail))
  await deps.answerMails.putLeave({ codeHash: leave, mailId: mail.mailId, consultationId, expiresAtSeconds })
  // Last: what waits must be found whole. A crash before is mended by pressing "confirm" again.
  await deps.answerMails.wait(mail)
  return { state: 'waiting' }
}

/** Adds one opinion to what the address waits for. Two confirmations at once both count. */
async function join(
  { answerMails }: ConfirmDeps,
  asked: AskedMail,
  expiresAtSeconds: number,
  now: Instant,
): Promise<AnswerMail> {
  const { codeHash: _, opinionId, ...address } = asked
  for (let attempt = 1; ; attempt += 1) {
    const held = await answerMails.find(asked.mailId, now)
    const opinionIds = [...new Set([...(held?.opinionIds ?? []), opinionId])].slice(0, maxOpinionsOfMail)
    const rev = held?.rev ?? 0
    try {
      return await answerMails.put({ ...address, opinionIds, expiresAtSeconds, rev }, rev, now)
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile') || attempt === attempts) throw error
    }
  }
}
