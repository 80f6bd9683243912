import type { AnswerMail, AnswerMailId, AskedMail } from './answer-mail.ts'
import type { ConsultationId } from '../ids.ts'
import type { MailAddress } from './mail-address.ts'
import type { Instant } from '../time.ts'

/** One letter, whole. */
export interface Letter {
  /** Names it for whoever carries it: handed over twice it is the same letter. Letters, digits, `-` and `_`. */
  key: string
  to: MailAddress
  subject: string
  text: string
  html: string
  /** Where one POST ends all letters of its kind (RFC 8058). */
  leaveUrl?: string
}

/** What a carrier tells of a letter later. `left`: it is on its way; `failed`: it never arrives, or is not wanted there. */
export type LetterFate = 'left' | 'failed'

/** Whoever carries letters: SES in the cloud, a folder on one machine. */
export interface Mail {
  /**
   * Hands a letter over; whether it arrives is told later (`note-letter.ts`). Throws `busy` when it was certainly not taken
   * and may be tried again; any other error leaves open whether it was.
   */
  send(letter: Letter): Promise<void>
}

/** Whoever sends out what is due, elsewhere and later; asking twice is free of effect. */
export interface AnswerSender {
  start(): Promise<void>
}

/** Addresses that want to hear of an answer (table `people`), and who of them waits (table `desk`, no addresses). */
export interface AnswerMails {
  putAsked(asked: AskedMail): Promise<void>
  findAsked(codeHash: string, now: Instant): Promise<AskedMail | undefined>
  eraseAsked(codeHash: string): Promise<void>
  find(id: AnswerMailId, now: Instant): Promise<AnswerMail | undefined>
  /** Throws `changed-meanwhile` like every write of an item with `rev`. */
  put(mail: AnswerMail, readRev: number, now: Instant): Promise<AnswerMail>
  /** Idempotent: address first, then its place among those that wait. */
  erase(mail: Pick<AnswerMail, 'mailId' | 'consultationId'>): Promise<void>
  /** Puts it among those that wait. Idempotent. */
  wait(mail: Pick<AnswerMail, 'mailId' | 'consultationId' | 'expiresAtSeconds'>): Promise<void>
  /** Who waits for a consultation's answers, page by page. */
  waiting(consultationId: ConsultationId): AsyncGenerator<AnswerMailId[]>
  /** Which address a code of a letter ends. Idempotent; kept after the address is gone, so that ending twice is no error. */
  putLeave(leave: MailLeave): Promise<void>
  findLeave(codeHash: string, now: Instant): Promise<MailLeave | undefined>
  /** Counts one more within a day from the first; answers the seconds to wait when `most` were counted already. */
  countOne(subject: string, most: number, now: Instant): Promise<number | undefined>
}

/** The way out that a letter carries: whoever holds its code ends the letters of one address about one consultation. */
export interface MailLeave {
  codeHash: string
  mailId: AnswerMailId
  consultationId: ConsultationId
  expiresAtSeconds: number
}
