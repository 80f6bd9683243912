import { letterWords } from '#contract/letter-words.ts'
import { limits } from '#contract/limits.ts'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { Authority } from '#contract/authority.ts'
import type { AnswerMail, AskedMail } from '#core/mail/answer-mail.ts'
import type { Bill } from '#core/bill.ts'
import { letterHtml, letterText, type LetterPart } from '#core/mail/letter-body.ts'
import type { MailAddress } from '#core/mail/mail-address.ts'
import { mailCode, mailCodeBytes, printMailCode, type MailCode } from '#core/mail/mail-code.ts'
import type { Letter } from '#core/mail/mail-ports.ts'
import type { Keys, PortalSettings } from '#core/ports.ts'

/** What every letter is written from. */
export interface LetterGround {
  settings: Pick<PortalSettings, 'origin'>
  keys: Pick<Keys, 'hmac'>
  authority: Authority
}

/** Ends the letters to one address in one consultation: drawn from its name, so that every letter carries the same one. */
export function leaveCodeOf(keys: Pick<Keys, 'hmac'>, { mailId }: Pick<AnswerMail, 'mailId'>): MailCode {
  return mailCode(keys.hmac(`kaimen mail leave v1\0${mailId}`).subarray(0, mailCodeBytes))
}

/** Asks whoever reads the mailbox to confirm. Holds neither the opinion nor its receipt code. */
export function confirmLetter(
  ground: LetterGround,
  asked: AskedMail,
  { to, code, bill }: { to: MailAddress; code: MailCode; bill: Pick<Bill, 'title'> },
): Letter {
  const { language, codeHash } = asked
  const say = letterWords[language]
  const page = answerMailPage(ground, language)
  const parts: LetterPart[] = [
    say.confirmWhy(cityOf(ground, language)),
    say.confirmHow(limits.mailCodeDays),
    { words: say.confirmLink, href: `${page}#confirm=${code}` },
    say.confirmTyped(page, printMailCode(code)),
    say.confirmElse(limits.mailCodeDays),
    { words: say.leave, href: `${page}#leave=${leaveCodeOf(ground.keys, asked)}` },
  ]
  const subject = say.confirmSubject(bill.title)
  return { key: `confirm-${codeHash}`, to, subject, ...written(ground, parts, subject, language) }
}

/** Tells one address that opinions it asked about are answered: one letter, however many there are. */
export function answerLetter(
  ground: LetterGround,
  mail: AnswerMail,
  { to, bill, opinions }: { to: MailAddress; bill: Pick<Bill, 'id' | 'title'>; opinions: number },
): Letter {
  const { origin } = ground.settings
  const { language, consultationId } = mail
  const say = letterWords[language]
  const leave = leaveCodeOf(ground.keys, mail)
  const at = (path: string) => origin + inLanguage(path, language)
  const parts: LetterPart[] = [
    say.answerWhat(bill.title, opinions),
    say.answerHow,
    { words: say.receiptLink, href: at(pagePaths.receipt) },
    { words: say.bulletinLink, href: at(pagePaths.bulletin(bill.id, consultationId)) },
    say.answerPrivacy,
    say.answerLast,
    { words: say.leaveAgain, href: `${answerMailPage(ground, language)}#leave=${leave}` },
  ]
  const subject = say.answerSubject(bill.title)
  const leaveUrl = `${origin}/api/answer-mail/one-click?code=${leave}`
  return { key: `answer-${mail.mailId}`, to, subject, leaveUrl, ...written(ground, parts, subject, language) }
}

function answerMailPage({ settings }: LetterGround, language: Language): string {
  return settings.origin + inLanguage(pagePaths.answerMail, language)
}

function cityOf({ authority }: LetterGround, language: Language): string {
  return language === 'zh' ? authority.city : authority.cityEn
}

function written({ authority }: LetterGround, parts: LetterPart[], subject: string, language: Language) {
  const say = letterWords[language]
  const isChinese = language === 'zh'
  const sender = isChinese
    ? say.sender(authority.organ, authority.office)
    : say.sender(authority.organEn, authority.officeEn)
  const signed = [...parts, sender, say.automatic]
  return { text: letterText(signed), html: letterHtml(signed, subject, isChinese ? 'zh-CN' : 'en') }
}
