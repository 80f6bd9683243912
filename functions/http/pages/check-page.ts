import { answerNames, type AnswerName } from '#contract/answer-names.ts'
import { html } from 'hono/html'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import type { FormFields } from '../read-form.ts'
import { hidden } from './form-parts.ts'
import { hiddenNames } from './opinion-answers.ts'
import { aboutWhat, fieldLabels, opinionsPath, type SayScene } from './say-page.ts'
import type { Markup, Page } from './shell.ts'
import { pageWords, type PageWords } from './words.ts'

const keptNames: readonly AnswerName[] = ['reason', 'contact']

function publicityOf(say: PageWords): Record<AnswerName, string> {
  return {
    changeType: say.changeTypePublic,
    verbatim: say.verbatimPublic,
    proposedText: say.proposedTextPublic,
    reason: say.reasonPublic,
    category: say.categoryPublic,
    area: say.areaPublic,
    contact: say.contactPublic,
  }
}

function answerRow(say: PageWords, name: AnswerName, fields: FormFields): Markup {
  const given = fields[name]
  const shown = name === 'changeType' && given ? (say.changeTypes as Record<string, string>)[given] : given
  const kept = keptNames.includes(name) ? ' kept' : ''
  const publicity = html`<dd class="public${kept}">${publicityOf(say)[name]}</dd>`
  return html`<div>
    <dt>${fieldLabels(say)[name]}</dt>
    <dd>${shown ?? html`<span class="soft">${say.nothing}</span>`}</dd>
    ${shown === undefined ? '' : publicity}
  </div>`
}

/**
 * 看一遍再交. The receipt code is made here and travels in the form, so that a double click, a reload or a
 * lost answer sends the same opinion again and not a second one (R2).
 */
export function checkPage(
  scene: SayScene,
  fields: FormFields,
  code: ReceiptCode,
  options: { alreadySent: boolean } = { alreadySent: false },
): Page {
  const { language } = scene
  const say = pageWords[language]
  return {
    title: say.checkTitle,
    language,
    body: html`<div class="lead">
        <p class="kind">${scene.billTitle}</p>
        <h1>${say.checkTitle}</h1>
        <p>${options.alreadySent ? html`<strong>${say.alreadySent}</strong>` : say.checkLead}</p>
      </div>
      <form class="form" method="post" action="${opinionsPath(scene)}">
        <dl class="answers">
          <div>
            <dt>${say.onWhat}</dt>
            <dd>${aboutWhat(scene)}</dd>
          </div>
          ${answerNames.map((name) => answerRow(say, name, fields))}
        </dl>
        ${[...answerNames, ...hiddenNames].map((name) => hidden(name, fields[name]))}
        ${hidden('receiptCode', code)}
        <div class="buttons">
          <button class="button" name="step" value="send">
            ${options.alreadySent ? say.sendAnother : say.send}
          </button>
          <button class="button quiet" name="step" value="edit">${say.change}</button>
        </div>
      </form>`,
  }
}
