import { html } from 'hono/html'
import { noticePath } from '#contract/notice-versions.ts'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { FieldProblem } from '#contract/field-problem.ts'
import { citeProvision } from '#core/draft/cite.ts'
import type { Consultation } from '#core/consultation.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { ChangeType } from '#core/opinion.ts'
import type { Provision } from '#core/draft/provision.ts'
import type { FormFields } from '../read-form.ts'
import { choices, errorSummary, field, hidden, type FormPage } from './form-parts.ts'
import { printDeadline } from '#contract/print-time.ts'
import { provisionWordsMarkup } from './provision-words.ts'
import type { Markup, Page } from './shell.ts'
import { pageWords, type PageWords } from './words.ts'

/** Everything a page about saying something is made from. */
export interface SayScene {
  language: Language
  consultation: Consultation
  billTitle: string
  provisions: readonly Provision[]
  provisionId: ProvisionId | null
  utcOffsetMinutes: number
}

/** 第二十四条, or the whole draft. */
export function aboutWhat(scene: SayScene): string {
  const { provisionId, provisions, language } = scene
  return provisionId === null ? pageWords[language].whole : citeProvision(provisions, provisionId)
}

/** The form's address: the same that scripts post JSON to. */
export function opinionsPath(scene: SayScene): string {
  return `/api/consultations/${scene.consultation.id}/opinions`
}

/** What to call each field in a summary of errors. */
export function fieldLabels(say: PageWords): Record<string, string> {
  const { changeType, verbatim, proposedText, reason, category, area, contact } = say
  return { changeType, verbatim, proposedText, reason, category, area, contact }
}

function textarea(page: FormPage, name: string, rows: number, required = false) {
  return ({ id, ids, invalid }: { id: string; ids: string; invalid: '' | 'true' }) =>
    html`<textarea
      id="${id}"
      name="${name}"
      rows="${rows}"
      aria-describedby="${ids}"
      ${required ? html`aria-required="true"` : ''}
      ${invalid ? html`aria-invalid="true"` : ''}
    >
${page.fields[name] ?? ''}</textarea>`
}

function textInput(page: FormPage, name: string) {
  return ({ id, ids, invalid }: { id: string; ids: string; invalid: '' | 'true' }) =>
    html`<input
      type="text"
      id="${id}"
      name="${name}"
      value="${page.fields[name] ?? ''}"
      autocomplete="off"
      aria-describedby="${ids}"
      ${invalid ? html`aria-invalid="true"` : ''}
    />`
}

function categoryField(page: FormPage, categories: readonly string[]): Markup {
  const { say } = page
  return field(
    page,
    { name: 'category', label: say.category, publicity: say.categoryPublic },
    ({ id, ids }) =>
      categories.length === 0
        ? textInput(page, 'category')({ id, ids, invalid: '' })
        : html`<select id="${id}" name="category" aria-describedby="${ids}">
            <option value="">${say.categoryNone}</option>
            ${categories.map(
              (name) =>
                html`<option value="${name}" ${page.fields['category'] === name ? html`selected` : ''}>
                  ${name}
                </option>`,
            )}
          </select>`,
  )
}

/** The kindest first; a general remark belongs to the draft as a whole. */
const offeredTypes: readonly ChangeType[] = ['support', 'modify', 'add', 'delete', 'question', 'general']

function opinionFields(page: FormPage, scene: SayScene): Markup {
  const { say } = page
  const verbatim = {
    name: 'verbatim',
    label: say.verbatim,
    hint: say.verbatimHint,
    publicity: say.verbatimPublic,
    required: true,
  }
  const proposed = { name: 'proposedText', label: say.proposedText, publicity: say.proposedTextPublic }
  const reason = { name: 'reason', label: say.reason, publicity: say.reasonPublic, kept: true }
  const area = { name: 'area', label: say.area, hint: say.areaHint, publicity: say.areaPublic }
  const contact = { name: 'contact', label: say.contact, publicity: say.contactPublic, kept: true }
  const offered = offeredTypes
    .filter((type) => scene.provisionId === null || type !== 'general')
    .map((value) => ({ value, text: say.changeTypes[value] }))
  return html`${choices(page, { name: 'changeType', label: say.changeType, publicity: say.changeTypePublic }, offered)}
  ${field(page, verbatim, textarea(page, 'verbatim', 6, true))}
  ${field(page, proposed, textarea(page, 'proposedText', 4))}
  ${field(page, reason, textarea(page, 'reason', 3))} ${categoryField(page, scene.consultation.categories)}
  ${field(page, area, textInput(page, 'area'))} ${field(page, contact, textInput(page, 'contact'))}`
}

/** The form for one article, or for the whole draft: one thing per page, the law first, answers kept. */
export function sayPage(scene: SayScene, fields: FormFields, problems: readonly FieldProblem[] = []): Page {
  const { language, consultation } = scene
  const say = pageWords[language]
  const page: FormPage = { language, say, fields, problems }
  const heading = say.say(aboutWhat(scene))
  const questions = consultation.guidingQuestions
  const here = pagePaths.say(consultation.id, scene.provisionId)
  return {
    title: problems.length > 0 ? say.error(heading) : heading,
    language,
    otherLanguage: `${here}?lang=${language === 'zh' ? 'en' : 'zh'}`,
    backTo: { href: inLanguage(pagePaths.bill(consultation.billId), language), text: say.backToBill },
    body: html`${errorSummary(page, fieldLabels(say))}
      <div class="lead">
        <p class="kind">${scene.billTitle}</p>
        <h1>${heading}</h1>
        <p class="soft">
          ${say.until(printDeadline(consultation.closesAt, language, scene.utcOffsetMinutes))}
        </p>
      </div>
      ${provisionWordsMarkup(scene.provisions, scene.provisionId)}
      <form class="say form" method="post" action="${opinionsPath(scene)}" novalidate>
        ${
          questions.length === 0
            ? ''
            : html`<details class="more">
                <summary>${say.questions}</summary>
                <ul>
                  ${questions.map((question) => html`<li>${question}</li>`)}
                </ul>
              </details>`
        }
        ${opinionFields(page, scene)} ${hidden('provisionId', scene.provisionId ?? 'whole')}
        ${hidden('quote', fields['quote'])} ${hidden('noticeVersion', consultation.noticeVersion)}
        ${hidden('channel', fields['channel'])} ${hidden('lang', language)}
        <p>
          <a href="${inLanguage(noticePath(consultation.noticeVersion), language)}"
            >${say.notice(consultation.noticeVersion)}</a
          >
        </p>
        <div class="buttons"><button class="button" name="step" value="check">${say.toCheck}</button></div>
      </form>`,
  }
}
