import { html } from 'hono/html'
import { fieldProblemMessage, type FieldProblem } from '#contract/field-problem.ts'
import { mailWords } from '#contract/mail-words.ts'
import type { Language } from '#contract/page-paths.ts'
import { hidden } from './form-parts.ts'
import type { Markup, Page } from './shell.ts'
import { pageWords } from './words.ts'

/** Asks for an address beside a receipt, never beside an opinion. `typed` and `problem`: after a refusal. */
export function mailOffer(
  receiptCode: string,
  language: Language,
  { typed = '', problem }: { typed?: string; problem?: FieldProblem } = {},
): Markup {
  const say = mailWords[language]
  return html`<form class="form" method="post" action="/api/answer-mail">
    <p>${say.offerWhat}</p>
    <div class="field ${problem ? 'wrong' : ''}">
      <label for="address">${say.address}</label>
      <span class="hint" id="address-hint">${say.addressHint}</span>
      ${
        problem
          ? html`<span class="error" id="address-error">${fieldProblemMessage(problem, language)}</span>`
          : ''
      }
      <input
        type="email"
        id="address"
        name="address"
        value="${typed.slice(0, 300)}"
        maxlength="254"
        autocomplete="email"
        required
        aria-invalid="${problem ? 'true' : 'false'}"
        aria-describedby="address-hint ${problem ? 'address-error' : ''} address-public"
      />
      <span class="public kept" id="address-public">${say.publicity}</span>
    </div>
    ${hidden('receiptCode', receiptCode)} ${hidden('lang', language)}
    <div class="buttons"><button class="button">${say.offerButton}</button></div>
  </form>`
}

/** The same question again, with what was typed still in its place. */
export function mailOfferPage(
  fields: { receiptCode: string; address: string },
  problem: FieldProblem,
  language: Language,
): Page {
  const say = mailWords[language]
  return {
    title: pageWords[language].error(say.offerTitle),
    language,
    current: 'receipt',
    body: html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h2>${pageWords[language].errorTitle}</h2>
        <p><a href="#address">${say.address}</a> ${fieldProblemMessage(problem, language)}</p>
      </div>
      <div class="lead"><h1>${say.offerTitle}</h1></div>
      ${mailOffer(fields.receiptCode, language, { typed: fields.address, problem })}`,
  }
}
