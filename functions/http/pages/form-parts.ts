import { html } from 'hono/html'
import { fieldProblemMessage, type FieldProblem } from '#contract/field-problem.ts'
import type { Language } from '#contract/page-paths.ts'
import type { FormFields } from '../read-form.ts'
import type { PageWords } from './words.ts'
import type { Markup } from './shell.ts'

/** What every part of a form page needs to know. */
export interface FormPage {
  language: Language
  say: PageWords
  fields: FormFields
  problems: readonly FieldProblem[]
}

export interface Asked {
  name: string
  label: string
  hint?: string
  /** What becomes public of it (R20). */
  publicity: string
  kept?: boolean
  required?: boolean
}

function problemOf(page: FormPage, name: string): FieldProblem | undefined {
  return page.problems.find(({ field }) => field === name)
}

/** The summary that stands at the top of a page with errors, each linked to its field (GOV.UK pattern). */
export function errorSummary(page: FormPage, labels: Readonly<Record<string, string>>): Markup | '' {
  if (page.problems.length === 0) return ''
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
    <h2>${page.say.errorTitle}</h2>
    ${page.problems.map((problem) => {
      const label = labels[problem.field]
      const message = fieldProblemMessage(problem, page.language)
      return label === undefined
        ? html`<p>${message}</p>`
        : html`<p><a href="#${problem.field}">${label}</a> ${message}</p>`
    })}
  </div>`
}

/** One question with its hint, what becomes public of the answer, and what is wrong with it. */
export function field(
  page: FormPage,
  asked: Asked,
  control: (described: { id: string; ids: string; invalid: '' | 'true' }) => Markup,
): Markup {
  const { name } = asked
  const problem = problemOf(page, name)
  const ids = [asked.hint && `${name}-hint`, `${name}-public`, problem && `${name}-error`]
    .filter(Boolean)
    .join(' ')
  return html`<div class="field${problem ? ' wrong' : ''}">
    <label for="${name}"
      >${asked.label}${asked.required ? '' : html` <span class="soft">${page.say.optional}</span>`}</label
    >
    ${asked.hint ? html`<span class="hint" id="${name}-hint">${asked.hint}</span>` : ''}
    <span class="public${asked.kept ? ' kept' : ''}" id="${name}-public">${asked.publicity}</span>
    ${problemLine(page, problem, name)} ${control({ id: name, ids, invalid: problem ? 'true' : '' })}
  </div>`
}

/** What is wrong with one field, beside it. */
export function problemLine(page: FormPage, problem: FieldProblem | undefined, name: string): Markup | '' {
  return problem === undefined
    ? ''
    : html`<span class="error" id="${name}-error">${fieldProblemMessage(problem, page.language)}</span>`
}

/** Answers of a closed set, as large targets. */
export function choices(
  page: FormPage,
  asked: Asked,
  offered: readonly { value: string; text: string }[],
): Markup {
  const problem = problemOf(page, asked.name)
  const chosen = page.fields[asked.name]
  return html`<fieldset class="field${problem ? ' wrong' : ''}" aria-describedby="${asked.name}-public">
    <legend>${asked.label}</legend>
    <span class="public" id="${asked.name}-public">${asked.publicity}</span>
    ${problemLine(page, problem, asked.name)}
    <div class="stances">
      ${offered.map(
        ({ value, text }, at) =>
          html`<label
            ><input
              type="radio"
              name="${asked.name}"
              value="${value}"
              ${at === 0 ? html`id="${asked.name}"` : ''}
              ${chosen === value ? html`checked` : ''}
            />${text}</label
          >`,
      )}
    </div>
  </fieldset>`
}

/** Answers that travel on unseen. */
export function hidden(name: string, value: string | undefined): Markup | '' {
  return value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}" />`
}
