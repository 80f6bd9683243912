import { limits } from '#contract/limits.ts'
import type { AnswerMail, AnswerMailId } from '#core/mail/answer-mail.ts'
import type { Bill } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Mail } from '#core/mail/mail-ports.ts'
import type { Deps } from '#core/ports.ts'
import { instant } from '#core/time.ts'
import { answerLetter, type LetterGround } from './answer-letters.ts'
import { openAddress } from './sealed-address.ts'

export type SendDeps = Pick<
  Deps,
  'consultations' | 'bills' | 'publishedAnswers' | 'answerMails' | 'clock' | 'keys'
> &
  LetterGround & { mail: Mail }

/** What one going-through did. `unsure`: handed over or not, nobody can tell yet; tried again when the lease is over. */
export interface SentAnswers {
  sent: number
  unsure: number
  /** The carrier asked for a rest, or time was up: somebody must come again. */
  isUnfinished: boolean
}

interface Round {
  consultation: Consultation
  bill: Bill
  sent: SentAnswers
}

/**
 * Goes through everybody who waits for an answer that is published, and sends each address its one letter. Safe to call at
 * any time, twice, and by several at once: before a letter is handed over a conditional write claims it for
 * `mailLeaseMinutes`; behind it the address is erased. Who dies in between leaves the claim; the carrier's own word that the
 * letter left (`noteLetter`) erases the address meanwhile, so only a death together with a lost word sends a letter twice.
 */
export async function sendAnswers(
  deps: SendDeps,
  isStopping: () => boolean = () => false,
): Promise<SentAnswers> {
  const sent: SentAnswers = { sent: 0, unsure: 0, isUnfinished: false }
  const answered = (await deps.consultations.list()).filter(({ status }) => status === 'answered')
  for (const consultation of answered) {
    let bill: Bill | undefined
    for await (const page of deps.answerMails.waiting(consultation.id))
      for (const mailId of page) {
        if (isStopping()) return { ...sent, isUnfinished: true }
        bill ??= await deps.bills.get(consultation.billId)
        if (!(await sendTo(deps, mailId, { consultation, bill, sent })))
          return { ...sent, isUnfinished: true }
      }
  }
  return sent
}

/** Sends one address its letter if it is due; `false`: the carrier takes none for now. */
async function sendTo(deps: SendDeps, mailId: AnswerMailId, { consultation, bill, sent }: Round) {
  const now = deps.clock.now()
  const mail = await deps.answerMails.find(mailId, now)
  const place = { mailId, consultationId: consultation.id }
  if (mail === undefined) {
    await deps.answerMails.erase(place)
    return true
  }
  const opinions = await answeredOf(deps, mail)
  if (opinions === 0 || (mail.sendingUntil !== undefined && mail.sendingUntil > now)) return true
  const claimed = await claim(deps, mail)
  if (claimed === undefined) return true
  const to = openAddress(deps.keys, claimed.sealedAddress, mailId)
  try {
    await deps.mail.send(answerLetter(deps, claimed, { to, bill, opinions }))
    await deps.answerMails.erase(place)
    sent.sent += 1
    return true
  } catch (error) {
    if (!isRefusal(error, 'busy')) {
      sent.unsure += 1
      return true
    }
    const { sendingUntil: _, ...released } = claimed
    await deps.answerMails.put(released, claimed.rev, now)
    return false
  }
}

/** How many of its opinions the newest bulletin answers. */
async function answeredOf(
  { publishedAnswers }: SendDeps,
  { consultationId, opinionIds }: AnswerMail,
): Promise<number> {
  const answers = await Promise.all(opinionIds.map((id) => publishedAnswers.find(consultationId, id)))
  return answers.filter((answer) => answer !== undefined).length
}

/** Whoever writes this first hands the letter over; the others see that somebody does. */
async function claim({ answerMails, clock }: SendDeps, mail: AnswerMail): Promise<AnswerMail | undefined> {
  const now = clock.now()
  const sendingUntil = instant(Date.parse(now) + limits.mailLeaseMinutes * 60_000)
  try {
    return await answerMails.put({ ...mail, sendingUntil }, mail.rev, now)
  } catch (error) {
    if (isRefusal(error, 'changed-meanwhile')) return undefined
    throw error
  }
}
