import { limits } from '#contract/limits.ts'
import type { Language } from '#contract/page-paths.ts'
import { answerMailId } from '#core/mail/answer-mail.ts'
import { parseMailAddress } from '#core/mail/mail-address.ts'
import { mailCode, mailCodeBytes, mailCodeHash } from '#core/mail/mail-code.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { instant, type Instant } from '#core/time.ts'
import { confirmLetter, type LetterGround } from './answer-letters.ts'
import { sealAddress, sealIvBytes } from './sealed-address.ts'

type AskDeps = Pick<
  Deps,
  | 'inbox'
  | 'publishedAnswers'
  | 'consultations'
  | 'bills'
  | 'answerMails'
  | 'mail'
  | 'randomness'
  | 'keys'
  | 'settings'
> &
  LetterGround

/** What whoever holds a receipt fills in. */
export interface MailWish {
  receiptCode: string
  address: string
  language: Language
}

/**
 * Takes an address that wants to hear of an answer, and sends it one letter with a code: only who reads that mailbox can
 * confirm (double opt-in). The address is kept sealed, apart from the opinion, and goes after `mailCodeDays` when nobody
 * does. Returns by when to confirm. Refuses `invalid-fields` (`receiptCode`, `address`), `not-found` (no such receipt; no
 * mail here), `answered-already`, `transition-refused` of a withdrawn consultation, `too-many-requests`, `busy`.
 */
export async function askForMail(deps: AskDeps, wish: MailWish, now: Instant): Promise<Instant> {
  const { mail } = deps
  if (mail === undefined) throw new PortalError('not-found', { kind: 'mail' })
  const { code: receiptCode, address } = readWish(wish)
  const opinion = await deps.inbox.find(opinionIdOf(receiptCode))
  if (opinion === undefined) throw new PortalError('not-found', { kind: 'receipt' })
  const { id: opinionId } = opinion
  const { consultationId } = opinion.content
  const consultation = await deps.consultations.get(consultationId)
  if (consultation.status === 'withdrawn') throw new PortalError('transition-refused', { state: 'withdrawn' })
  if ((await deps.publishedAnswers.find(consultationId, opinionId)) !== undefined)
    throw new PortalError('answered-already')
  await requirePace(deps, opinionId, address, now)

  const code = mailCode(deps.randomness.bytes(mailCodeBytes))
  const mailId = answerMailId(deps.keys, consultationId, address)
  const confirmBefore = instant(Date.parse(now) + limits.mailCodeDays * 86_400_000)
  const asked = {
    mailId,
    consultationId,
    opinionId,
    codeHash: mailCodeHash(code),
    sealedAddress: sealAddress(deps.keys, address, mailId, deps.randomness.bytes(sealIvBytes)),
    language: wish.language,
    noticeVersion: deps.settings.noticeVersion,
    expiresAtSeconds: Math.floor(Date.parse(confirmBefore) / 1000),
  }
  await deps.answerMails.putAsked(asked)
  const bill = await deps.bills.get(consultation.billId)
  await mail.send(confirmLetter(deps, asked, { to: address, code, bill }))
  return confirmBefore
}

function readWish({ receiptCode, address: typed }: MailWish) {
  const code = parseReceiptCode(receiptCode)
  const address = parseMailAddress(typed)
  if (code === undefined)
    throw new PortalError('invalid-fields', {
      fields: [{ field: 'receiptCode', code: 'receipt-code-malformed' }],
    })
  if (address === undefined)
    throw new PortalError('invalid-fields', { fields: [{ field: 'address', code: 'address-malformed' }] })
  return { code, address }
}

/** Bounds what one receipt, and what anybody with many receipts, can have sent to one mailbox. */
async function requirePace(
  { answerMails, keys }: Pick<Deps, 'answerMails' | 'keys'>,
  opinionId: string,
  address: string,
  now: Instant,
): Promise<void> {
  const named = Buffer.from(keys.hmac(`kaimen mail pace v1\0${address.toLowerCase()}`)).toString('base64url')
  const wait =
    (await answerMails.countOne(opinionId, limits.maxLettersPerReceipt, now)) ??
    (await answerMails.countOne(named, limits.maxLettersPerAddress, now))
  if (wait !== undefined) throw new PortalError('too-many-requests', { retryAfterSeconds: wait })
}
