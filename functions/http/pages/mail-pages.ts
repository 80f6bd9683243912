import { html } from 'hono/html'
import { mailWords } from '#contract/mail-words.ts'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import { printInstant } from '#contract/print-time.ts'
import type { Instant } from '#core/time.ts'
import { hidden } from './form-parts.ts'
import type { Page } from './shell.ts'

/** A letter is on its way; back to the receipt by a button, because its code stands in no address. */
export function mailAskedPage(
  { receiptCode, confirmBefore }: { receiptCode: string; confirmBefore: Instant },
  language: Language,
  utcOffsetMinutes: number,
): Page {
  const say = mailWords[language]
  return {
    title: say.askedTitle,
    language,
    current: 'receipt',
    body: html`<div class="lead">
        <h1>${say.askedTitle}</h1>
        <p>${say.askedWhat(printInstant(confirmBefore, language, utcOffsetMinutes))}</p>
        <p class="soft">${say.askedNone}</p>
      </div>
      <form class="buttons" method="post" action="/api/receipts">
        ${hidden('receiptCode', receiptCode)} ${hidden('lang', language)}
        <button class="button quiet">${say.backToReceipt}</button>
      </form>`,
  }
}

/** What a letter's code has done. */
export function mailDonePage(done: 'waiting' | 'answered' | 'left', language: Language): Page {
  const say = mailWords[language]
  const [title, what] = {
    waiting: [say.confirmedTitle, say.confirmedWhat],
    answered: [say.answeredTitle, say.answeredWhat],
    left: [say.leftTitle, say.leftWhat],
  }[done] as [string, string]
  return {
    title,
    language,
    current: 'receipt',
    body: html`<div class="lead">
        <h1>${title}</h1>
        <p>${what}</p>
      </div>
      <p class="buttons">
        <a class="button quiet" href="${inLanguage(pagePaths.receipt, language)}">${say.checkReceipt}</a>
      </p>`,
  }
}
