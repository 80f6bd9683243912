import { html } from 'hono/html'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { ReceiptStatus } from '#contract/public-api.ts'
import type { Consultation } from '#core/consultation.ts'
import type { PortalSettings } from '#core/ports.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { hidden } from './form-parts.ts'
import { printDeadline, printDate, printInstant } from '#contract/print-time.ts'
import { receiptCodeMarkup, receiptQr } from './receipt-slip.ts'
import type { Page } from './shell.ts'
import { pageWords } from './words.ts'

/** The confirmation: the code first, how to keep it, what happens next and when. Reloading it sends nothing. */
export function heldPage(
  status: ReceiptStatus,
  consultation: Pick<Consultation, 'phone' | 'closesAt' | 'answerExpectedOn' | 'billId'>,
  language: Language,
  settings: PortalSettings,
): Page {
  const say = pageWords[language]
  const code = status.receiptCode as ReceiptCode
  const { utcOffsetMinutes, origin } = settings
  const bill = inLanguage(pagePaths.bill(consultation.billId), language)
  return {
    title: say.heldTitle,
    language,
    body: html`<div class="lead">
        <p class="kind">${status.consultation.bill.title}</p>
        <h1>${say.heldTitle}</h1>
      </div>
      <div class="receipt">
        <div>
          <p class="label">${say.heldCode}</p>
          ${receiptCodeMarkup(code)}
          <p class="soft">${say.heldAt(printInstant(status.receivedAt, language, utcOffsetMinutes))}</p>
          <p>${say.keep}</p>
        </div>
        ${receiptQr(origin, code, say.qr)}
      </div>
      <section>
        <h2>${say.next}</h2>
        <ol>
          <li>${say.nextClose(printDeadline(consultation.closesAt, language, utcOffsetMinutes))}</li>
          <li>${say.nextStudy}</li>
          <li>${say.nextAnswer(printDate(consultation.answerExpectedOn, language))}</li>
        </ol>
        <p>${say.ask(consultation.phone)}</p>
        <form class="buttons" method="post" action="/api/receipts">
          ${hidden('receiptCode', code)} ${hidden('lang', language)}
          <button class="button">${say.check}</button>
          <a class="button quiet" href="${bill}">${say.more}</a>
        </form>
      </section>`,
  }
}
