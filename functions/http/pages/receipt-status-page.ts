import { html } from 'hono/html'
import { mailWords } from '#contract/mail-words.ts'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { ReceiptStatus } from '#contract/public-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { PortalSettings } from '#core/ports.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { printDate, printInstant } from '#contract/print-time.ts'
import { mailOffer } from './mail-offer.ts'
import { receiptCodeMarkup, receiptQr } from './receipt-slip.ts'
import type { Markup, Page } from './shell.ts'
import { pageWords, type PageWords } from './words.ts'

type Resulting = NonNullable<NonNullable<ReceiptStatus['decision']>['resulting']>

const stampClasses: Record<Outcome, string> = {
  adopted: 'full',
  partlyAdopted: 'part',
  adoptedInSubstance: 'other',
  alreadyCovered: 'other',
  referred: 'other',
  deferred: 'other',
  notAdopted: 'no',
  outOfScope: 'no',
}

function decisionPart(
  status: ReceiptStatus,
  say: PageWords,
  language: Language,
  offset: number,
): Markup | '' {
  const { decision } = status
  if (decision === undefined) return ''
  const { resulting } = decision
  const { bill, id } = status.consultation
  const bulletin = pagePaths.bulletin(bill.id, id)
  return html`<section>
    <h2>${say.theAnswer}</h2>
    <p><span class="stamp ${stampClasses[decision.outcome]}">${say.outcomes[decision.outcome]}</span></p>
    <p>${decision.reason}</p>
    ${
      resulting === undefined
        ? ''
        : html`<div class="became">
            ${becameWords(resulting, say)}
            <p>
              <a
                class="alone"
                href="${inLanguage(pagePaths.draft(bill.id, resulting.draftId), language)}#${resulting.provisionId}"
                >${say.readThere}</a
              >
            </p>
          </div>`
    }
    <p class="soft">${say.answeredAt(printInstant(decision.publishedAt, language, offset))}</p>
    <p><a class="alone" href="${inLanguage(bulletin, language)}">${say.bulletin}</a></p>
  </section>`
}

/** The words it became with what stands around them; whoever decided may have pointed at an article alone. */
function becameWords({ provisionLabel, quote, around }: Resulting, say: PageWords): Markup {
  if (quote === '') return html`<p class="soft">${say.nowStands(provisionLabel)}</p>`
  return html`<p class="soft">${say.nowReads(provisionLabel)}</p>
    <p class="words" lang="zh-CN">${around?.before ?? ''}<mark>${quote}</mark>${around?.after ?? ''}</p>`
}

function opinionPart(status: ReceiptStatus, say: PageWords): Markup {
  const { opinion } = status
  const made = status.revision ?? opinion
  const row = (name: string, text: string | undefined) =>
    text
      ? html`<div>
          <dt>${name}</dt>
          <dd>${text}</dd>
        </div>`
      : ''
  return html`<section>
    <h2>${say.yourWords}</h2>
    <div class="form">
      <dl class="answers">
        ${row(say.onWhat, opinion.provisionLabel || say.whole)}
        ${row(say.changeType, say.changeTypes[opinion.changeType])} ${row(say.verbatim, opinion.verbatim)}
        ${row(say.staffWords, made.drafted)} ${row(say.proposedText, made.proposedText)}
        ${row(say.reason, made.reason)}
      </dl>
      ${status.revision ? html`<p class="soft">${say.revisedSince}</p>` : ''}
    </div>
  </section>`
}

/** What became of one opinion, for people without JavaScript: its state, the answer, the words. */
export function receiptStatusPage(status: ReceiptStatus, language: Language, settings: PortalSettings): Page {
  const say = pageWords[language]
  const { utcOffsetMinutes } = settings
  const code = status.receiptCode as ReceiptCode
  const waiting = status.decision === undefined && status.consultation.state !== 'withdrawn'
  return {
    title: say.statusTitle,
    language,
    current: 'receipt',
    backTo: {
      href: inLanguage(pagePaths.bill(status.consultation.bill.id), language),
      text: say.backToBill,
    },
    body: html`<div class="lead">
        <p class="kind">${status.consultation.bill.title}</p>
        <h1>${say.statusTitle}</h1>
        <p><strong>${say.states[status.state]}</strong></p>
        <p class="soft">
          ${say.heldAt(printInstant(status.receivedAt, language, utcOffsetMinutes))}
          ${status.proof ? say.place(status.proof.index + 1, status.proof.size) : ''}
          ${status.late ? say.late : ''}
        </p>
        ${waiting ? html`<p>${say.expected(printDate(status.answerExpectedOn, language))}</p>` : ''}
        ${status.consultation.state === 'withdrawn' ? html`<p>${say.withdrawn}</p>` : ''}
      </div>
      <div class="receipt">
        <div>
          <p class="label">${say.heldCode}</p>
          ${receiptCodeMarkup(code)}
        </div>
        ${receiptQr(settings.origin, code, say.qr)}
      </div>
      ${decisionPart(status, say, language, utcOffsetMinutes)} ${opinionPart(status, say)}
      ${
        status.mailOffered
          ? html`<section>
              <h2>${mailWords[language].offerTitle}</h2>
              ${mailOffer(code, language)}
            </section>`
          : ''
      }`,
  }
}
