import { html } from 'hono/html'
import type { Language } from '#contract/page-paths.ts'
import { hidden } from './form-parts.ts'
import type { Page } from './shell.ts'
import { pageWords } from './words.ts'

/** Asks for the code again, with what was typed still in its place. */
export function receiptQuestionPage(
  typed: string,
  wrong: 'empty' | 'malformed' | 'unknown',
  language: Language,
): Page {
  const say = pageWords[language]
  const message = { empty: say.codeEmpty, malformed: say.codeMalformed, unknown: say.codeUnknown }[wrong]
  return {
    title: say.error(say.questionTitle),
    language,
    current: 'receipt',
    body: html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h2>${say.errorTitle}</h2>
        <p><a href="#receiptCode">${say.questionLabel}</a> ${message}</p>
      </div>
      <div class="lead"><h1>${say.questionTitle}</h1></div>
      <form class="form" method="post" action="/api/receipts">
        <div class="field wrong">
          <label for="receiptCode">${say.questionLabel}</label>
          <span class="hint" id="receiptCode-hint">${say.questionHint}</span>
          <span class="error" id="receiptCode-error">${message}</span>
          <input
            type="text"
            id="receiptCode"
            name="receiptCode"
            value="${typed.slice(0, 60)}"
            maxlength="60"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-invalid="true"
            aria-describedby="receiptCode-hint receiptCode-error"
          />
        </div>
        ${hidden('lang', language)}
        <div class="buttons"><button class="button">${say.questionButton}</button></div>
      </form>`,
  }
}
