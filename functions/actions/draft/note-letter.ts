import { AnswerMailId } from '#core/mail/answer-mail.ts'
import type { LetterFate } from '#core/mail/mail-ports.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'

/**
 * Takes a carrier's word about a letter, by the letter's key. An answer that left needs its address no more; an address
 * where letters never arrive is dropped, whatever the letter was. Letters nobody knows any more are passed over.
 */
export async function noteLetter(
  deps: Pick<Deps, 'answerMails'>,
  key: string,
  fate: LetterFate,
  now: Instant,
): Promise<void> {
  const [kind, name] = split(key)
  if (kind === 'confirm') return fate === 'failed' ? dropAsked(deps, name, now) : undefined
  const mailId = AnswerMailId.safeParse(name)
  if (kind !== 'answer' || !mailId.success) return
  const mail = await deps.answerMails.find(mailId.data, now)
  if (mail !== undefined) await deps.answerMails.erase(mail)
}

async function dropAsked(
  { answerMails }: Pick<Deps, 'answerMails'>,
  codeHash: string,
  now: Instant,
): Promise<void> {
  const asked = await answerMails.findAsked(codeHash, now)
  await answerMails.eraseAsked(codeHash)
  // Confirmed all the same: a mailbox that was full when the letter came. What complains is obeyed.
  if (asked !== undefined) await answerMails.erase(asked)
}

/** `answer-Ab_-…`: the name may hold dashes of its own. */
function split(key: string): [string, string] {
  const at = key.indexOf('-')
  return [key.slice(0, at), key.slice(at + 1)]
}
